import { isArray, isDict, parseJson, type Value } from '@voronka/calculator'
import { attachmentKinds, type AttachmentKind } from '@voronka/flow'
import { readButtons, type OutgoingMessage } from '@voronka/flow/engine'
import type { Parameters } from './parameters.ts'
import { fail, malformed, required } from './refused.ts'

/** What is to be sent (http-api, section 3): a text with attachment and buttons, and a block. */
export interface Content {
  readonly text: string
  readonly attachments: OutgoingMessage['attachments']
  readonly buttons: OutgoingMessage['buttons']
  readonly block: number | undefined
}

const longestText = 16_000
const mostButtons = 100

/** Throws when there is nothing to send. */
export function readContent(params: Parameters): Content {
  const text = params.text('message') ?? ''
  if (text.length > longestText) throw malformed('message', `longer than ${longestText}`)
  const content = { text, attachments: readAttachment(params), buttons: readKeyboard(params), block: params.id('message_id') }
  if (text.trim() === '' && !content.attachments.length && content.block === undefined) throw fail(400, 'Nothing to send')
  return content
}

function readAttachment(params: Parameters): Content['attachments'] {
  const url = params.text('attachment_url')
  const type = params.text('attachment_type')
  if (url === undefined) {
    if (type !== undefined && params.text('message') === undefined && params.id('message_id') === undefined)
      throw required('attachment_url')
    return []
  }
  if (type === undefined) throw required('attachment_type')
  if (!isKind(type)) throw malformed('attachment_type', `must be one of ${attachmentKinds.join(', ')}`)
  if (!/^https?:\/\//i.test(url) || url.length > 4000) throw malformed('attachment_url')
  return [{ kind: type, url, name: '' }]
}

const isKind = (text: string): text is AttachmentKind => attachmentKinds.some((kind) => kind === text)

/** A list of buttons, or `{hint, buttons}`; an empty one means none. The hint is for messengers without buttons, of which none is connected yet. */
function readKeyboard(params: Parameters): Content['buttons'] {
  const given = params.nested('buttons')
  if (given === undefined) return []
  const value = readJson(given)
  const list = isDict(value) ? readJson(value.get('buttons') ?? []) : value
  if (!isArray(list)) throw malformed('buttons', 'must be a list')
  if (list.length > mostButtons) throw malformed('buttons', `more than ${mostButtons}`)
  const buttons = readButtons(list)
  if (!buttons) throw malformed('buttons', 'must be a list')
  return buttons
}

/** A value, or the one whose JSON text it is. */
const readJson = (value: Value): Value => (typeof value === 'string' ? (parseJson(value) ?? value) : value)
