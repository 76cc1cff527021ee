/** Like `indexOf`, but looks no further than `to`: searching the rest of a long source for every line of it would take quadratic time. */
export function indexWithin(source: string, what: string, from: number, to: number): number {
  const at = source.slice(from, to).indexOf(what)
  return at < 0 ? -1 : from + at
}
