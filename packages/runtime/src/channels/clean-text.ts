/** Longer texts of clients are cut, and end with an ellipsis to show it; so are names (reliability-promises, section 15). */
export const longestText = 16_000
export const longestName = 255

/** Halves of characters are no text: storage and JSON would each make something else of them (reliability-promises, P6.8). */
export function cleanText(text: string, longest = longestText): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
  return cut.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '')
}

/** A name cannot imitate other texts by its line feeds (P10.6). */
export function cleanName(text: string): string {
  return cleanText(text.replace(/\s+/g, ' ').trim(), longestName)
}
