/** At most so many characters, cut between them and never inside of one. */
export function shortened(text: string, longest: number): string {
  const letters = Array.from(text)
  if (letters.length <= longest) return text
  const kept = letters.slice(0, longest - 1).join('')
  return `${kept.trimEnd()}…`
}
