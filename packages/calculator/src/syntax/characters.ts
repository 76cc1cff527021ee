/** A letter of any alphabet. `code` is a code point; so is what the other functions here take. */
export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return isCyrillic(code) || letter.test(String.fromCodePoint(code))
}

/** What a name goes on with: letters, digits, `_`, and the accents that some keyboards send apart from their letter. */
export function isNamePart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95
  return isCyrillic(code) || namePart.test(String.fromCodePoint(code))
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Whether a text can be the name of a variable: an identifier that is not one of the words of section 4. */
export function isName(text: string): boolean {
  return !reservedWords.has(text) && identifier.test(text)
}

export const reservedWords: ReadonlySet<string> = new Set([
  'True',
  'False',
  'None',
  'true',
  'false',
  'null',
  'and',
  'AND',
  'or',
  'OR',
  'not',
  'NOT',
  'del',
  'print',
])

const letter = /\p{L}/u
const namePart = /[\p{L}\p{Nd}\p{M}]/u
const identifier = /^\p{L}[\p{L}\p{Nd}\p{M}_]*$/u

/** The block of ordinary Cyrillic letters, asked for most. */
function isCyrillic(code: number): boolean {
  return code >= 0x400 && code <= 0x481
}
