import type { Pieces } from '@voronka/flow'

/** So long it works before everybody else has had his turn. */
const sliceMs = 10

/** Long work between the turns of others: they wait for a slice of it at most (reliability-promises, P5.2, P11.2). */
export async function inSlices<T>(pieces: Pieces<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs
    let next = pieces.next()
    while (!next.done && performance.now() < until) next = pieces.next()
    if (next.done) return next.value
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
