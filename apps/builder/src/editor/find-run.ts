import type { Edit } from '@voronka/flow'

/**
 * Our own edits among theirs: the server had taken them, only its answer was lost. Undefined when they are not there.
 */
export function findRun(edits: readonly Edit[], mine: readonly Edit[]): ReadonlySet<Edit> | undefined {
  if (!mine.length) return undefined
  const texts = edits.map((edit) => JSON.stringify(edit))
  const wanted = mine.map((edit) => JSON.stringify(edit))
  const start = texts.findIndex((_, index) => wanted.every((text, offset) => texts[index + offset] === text))
  return start < 0 ? undefined : new Set(edits.slice(start, start + wanted.length))
}
