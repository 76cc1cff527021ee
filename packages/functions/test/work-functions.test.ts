import { expect, it } from 'vitest'
import { library } from '../src/index.ts'
import reference from './work-function-names.json' with { type: 'json' }

/** Known by their names only (crm-and-tasks, section 2), or of a messenger, of e-mail or of a page that is not here. */
const elsewhere = new Set([
  'get_merge_link',
  'confirm_email_subscription',
  'send_carousel',
  'online_chat_send_form',
  'like_client_message',
  'send_email',
  'send_email_template',
  'send_email_from_bot',
])

it.each(Object.entries(reference))('has every function of the category %s', (_category, names) => {
  expect(names.filter((name) => !library.has(name) && !elsewhere.has(name))).toEqual([])
  expect(names.filter((name) => library.has(name) && elsewhere.has(name))).toEqual([])
})
