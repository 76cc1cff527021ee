/**
 * Work that may have to wait, written once. A step is a generator that yields a promise only when it meets one: over SQLite nothing ever
 * waits, so a whole turn runs synchronously and many turns share one commit; over a database that answers later the same code waits.
 */
export type Step<T> = Generator<PromiseLike<unknown>, T, unknown>

/** The value itself, or what the promise brings: `const row = yield* settle(find(id))`. */
export function* settle<T>(value: T | PromiseLike<T>): Step<T> {
  return isPromise(value) ? ((yield value) as T) : value
}

/** Runs a step: gives its value at once when nothing had to wait, else a promise of it. Exceptions go into the step at the place that waited. */
export function drive<T>(step: Step<T>): T | Promise<T> {
  const first = step.next()
  return first.done ? first.value : proceed(step, first.value)
}

async function proceed<T>(step: Step<T>, pending: PromiseLike<unknown>): Promise<T> {
  let waiting = pending
  for (;;) {
    let answer: unknown
    let next: IteratorResult<PromiseLike<unknown>, T>
    try {
      answer = await waiting
    } catch (error) {
      next = step.throw(error)
      if (next.done) return next.value
      waiting = next.value
      continue
    }
    next = step.next(answer)
    if (next.done) return next.value
    waiting = next.value
  }
}

export function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
