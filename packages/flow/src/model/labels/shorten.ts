/** The beginning of a text on one line, cut between words where that leaves something, never inside a character. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text.trim().replace(/\s+/g, ' '))
  if (characters.length <= length) return characters.join('')
  const cut = characters.slice(0, length).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:!?-]+$/, '')}…`
}
