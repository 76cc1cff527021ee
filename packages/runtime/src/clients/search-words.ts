/** Longer words are found by their beginning, and of a long text its first words count. */
const longestWord = 40
const mostWords = 300

/** The words of a text as search compares them: small letters, ё as е, runs of letters and digits. Each once. */
export function searchWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, longestWord)))].slice(0, mostWords)
}

/** Everything that begins with a word lies from it to here, byte by byte. */
export const beyond = (word: string): string => `${word}\u{10ffff}`

/** A value as variables are found by: as it is shown, small letters, its beginning. */
export const searchValue = (text: string): string => text.trim().toLowerCase().slice(0, 200)

/** Where a client has a word from, to be added up: what everybody sees of him who sees him, and his variables. */
export const wordSources = { open: 1, client: 2, order: 4 } as const
