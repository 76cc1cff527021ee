/** The line of a place in a source, from 1. Counts line feeds, so it is for the few places where something is wrong. */
export function lineAt(source: string, place: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < place; at = source.indexOf('\n', at + 1)) line++
  return line
}
