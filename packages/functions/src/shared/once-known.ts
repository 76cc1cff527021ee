import type { MaybePromise } from '../ports.ts'

/** Goes on at once with a value that is there, and later with one that is promised: what needs no waiting must not wait. */
export function onceKnown<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return isPromise(value) ? value.then(next) : next(value)
}

export function isPromise<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value
}
