import { failure } from '../errors.ts'

/** How deep a JSON body may nest (reliability-promises, P7.4). */
export const deepest = 32

/** Throws `too-deep` for a body that nests deeper than is accepted. */
export function refuseDeeper(body: unknown): void {
  // Level by level, so that no depth of input is a depth of ours.
  let level = [body].filter(isNested)
  for (let depth = 0; level.length; depth++) {
    if (depth === deepest) throw failure('too-deep', deepest)
    level = level.flatMap((each) => Object.values(each).filter(isNested))
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
