import { failure } from '../errors.ts'
import { encodingOf } from './decode-text.ts'

/** So much of a file shows what it is. */
const looked = 4000

/** Tab, the ends of lines and pages, escape. */
const ofTexts: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 27])

/** Throws what is wrong with a file in which there are no rows to read: it is empty, or no text at all (a workbook, a picture). */
export function expectText(bytes: Uint8Array): void {
  const head = bytes.subarray(0, looked)
  const encoding = encodingOf(head)
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  // Every file that is no text has zeros or other control signs soon; a text has none but tabs and line ends.
  if (Buffer.from(text).some((byte) => byte < 0x20 && !ofTexts.has(byte))) throw failure('file-no-text')
  if (text.trim() === '' && bytes.length <= looked) throw failure('file-empty')
}
