/**
 * Loose form (builder-and-runtime, section 7.2), used by fuzzy conditions and keywords: NFC, lower case, `ё` as `е`, no variation selectors,
 * every punctuation mark but `_`, separator and control character a space. Emoji, `+`, `$`, `=` stay. A text of punctuation alone keeps
 * itself, lower-cased and trimmed, so that the condition `?` can match the message `?`.
 */
export function looseForm(text: string): string {
  const words = looseWords(text)
  return words === '' ? text.toLowerCase().trim() : words
}

/** The loose form without its exception: empty when the text has no word. */
export function looseWords(text: string): string {
  if (alreadyLoose.test(text)) return text
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(variationSelectors, '').replace(gaps, ' ').trim()
}

/** Strict form (section 7.2), used by exact conditions: NFC, lower case, runs of white space as one space, trimmed. Nothing else. */
export function strictForm(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(whiteSpace, ' ').trim()
}

/** Most words of most messages: nothing to normalise, and one test instead of five passes. */
const alreadyLoose = /^[a-zа-я0-9_]+(?: [a-zа-я0-9_]+)*$/

const variationSelectors = /[\uFE0E\uFE0F]/g
const gaps = /(?:(?!_)[\p{P}\p{Z}\p{C}])+/gu
const whiteSpace = /\s+/g
