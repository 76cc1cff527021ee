/**
 * Formats that were released before the present one, and how each becomes the next: `upgrades.get(1)` turns a document of format 1 into one of
 * format 2. An upgrade, once released, is never edited. Format 1 is the first, so there is none yet.
 */
import type { Fields } from './fields.ts'

export type Upgrade = (document: Fields) => Fields

export const upgrades: ReadonlyMap<number, Upgrade> = new Map()

/** Takes a document from its format to the wanted one. Undefined when a step is missing, that is: the format was never released. */
export function upgradeDocument(
  document: Fields,
  from: number,
  to: number,
  steps: ReadonlyMap<number, Upgrade> = upgrades,
): Fields | undefined {
  let current = document
  for (let format = from; format < to; format++) {
    const step = steps.get(format)
    if (!step) return undefined
    current = { ...step(current), format: format + 1 }
  }
  return current
}
