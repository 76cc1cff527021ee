/** Long work in pieces: it yields now and then, so that whoever does it can let others have their turn in between. */
export type Pieces<T> = Generator<undefined, T>

/** In one go. */
export function whole<T>(pieces: Pieces<T>): T {
  let next = pieces.next()
  while (!next.done) next = pieces.next()
  return next.value
}

/** So many things of a list are one piece. */
const atOnce = 50

export function* mapInPieces<From, To>(list: readonly From[], change: (thing: From, index: number) => To): Pieces<To[]> {
  const changed: To[] = []
  for (const [index, thing] of list.entries()) {
    if (index % atOnce === 0) yield
    changed.push(change(thing, index))
  }
  return changed
}
