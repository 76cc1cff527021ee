import { toText, type Dict } from '@voronka/calculator'
import type { Step } from '@voronka/flow/engine'
import { normalPhone } from '@voronka/functions'
import { emailKey } from './contacts.ts'
import type { DialoguesStore } from './dialogues.store.ts'

/**
 * A client's own variables `phone` and `email` are how he is reached (calculator-language, section 4.2): where one was given a new value that is a number or an
 * address, his card has it, too, and functions, leads and calls find him by it.
 */
export function* keepContacts(dialogues: DialoguesStore, client: number, before: Dict, after: Dict): Step<void> {
  const given = (name: string): string => {
    const value = after.get(name)
    return value === undefined || value === before.get(name) ? '' : toText(value)
  }
  const phone = normalPhone(given('phone'))
  const email = emailKey(given('email'))
  const fields = { ...(phone !== undefined && { phone }), ...(/^[^\s@]+@[^\s@]+$/.test(email) && { email }) }
  if (Object.keys(fields).length) yield* dialogues.set(client, fields)
}
