/** The ids with one of them moved before or after its neighbour among `group`; all of them, as the server wants them. */
export function moved(all: readonly number[], group: readonly number[], id: number, by: 1 | -1): number[] {
  const neighbour = group[group.indexOf(id) + by]
  if (neighbour === undefined) return [...all]
  const rest = all.filter((each) => each !== id)
  rest.splice(rest.indexOf(neighbour) + (by === 1 ? 1 : 0), 0, id)
  return rest
}
