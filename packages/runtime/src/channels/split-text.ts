/** A text in pieces of at most that length, cut where a paragraph, a line or a word ends; never within a character. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const cut = placeToCut(rest, most)
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '')
}

/** A piece that would be shorter than half of what fits is not worth a nicer cut. */
function placeToCut(text: string, most: number): number {
  const head = text.slice(0, most)
  for (const end of ['\n\n', '\n', ' ']) {
    const at = head.lastIndexOf(end)
    if (at >= most / 2) return at + end.length
  }
  return /[\uD800-\uDBFF]$/.test(head) ? most - 1 : most
}
