import { quotedText } from '@voronka/api/formatted-text'
import type { Quoted } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { StoredMessage } from './messages.store.ts'

/** A message as another one quotes it. What only colleagues see is not there to be answered. */
export function quoted(message: StoredMessage): Quoted {
  const { id, author: from, text, extra } = message
  if (from === 'event' || from === 'comment') throw failure('message-not-found', id)
  return { message: id, from, text: quotedText({ text, format: extra.format ?? 'plain', attachments: extra.attachments ?? [] }) }
}
