/** As many as an audience may name (`audienceSchema`). */
export const mostClients = 100_000

/** The client numbers in the first column of a CSV file, each once. Its heading and whatever else is no number is left out. */
export function readClientNumbers(bytes: Uint8Array): number[] {
  const first = (line: string) => /^[\s"']*(\d{1,15})["'\s]*(?:[,;\t]|$)/.exec(line)?.[1]
  const numbers = decoded(bytes)
    .split(/\r\n|\r|\n/)
    .map((line) => Number(first(line) ?? 0))
  return [...new Set(numbers.filter((number) => number > 0))]
}

/** Digits and separators are the same bytes in every encoding but the wide one, which its mark tells. */
const decoded = (bytes: Uint8Array): string => new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
