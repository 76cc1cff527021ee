import { plainText, readFormattedText } from '@voronka/api/formatted-text'
import type { Quoted } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { StoredMessage } from './messages.store.ts'

const longest = 300

/** A message as another one quotes it. What only colleagues see is not there to be answered. */
export function quoted(message: StoredMessage): Quoted {
  const { id, author: from, text, extra } = message
  if (from === 'event' || from === 'comment') throw failure('message-not-found', id)
  const said = plainText(readFormattedText(text, extra.format ?? 'plain')).trim()
  const files = (extra.attachments ?? []).map(({ name }) => name).filter(Boolean)
  return { message: id, from, text: shortened(said || files.join(', ')) }
}

/** Cut between characters, never inside of one. */
function shortened(text: string): string {
  const letters = [...text]
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : text
}
