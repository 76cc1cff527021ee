import type { Edit } from '@voronka/flow'

/** Joins patches of the same thing that follow each other, so that a sentence typed letter by letter is saved as one change. */
export function compactEdits(edits: readonly Edit[]): Edit[] {
  const compact: Edit[] = []
  for (const edit of edits) {
    const joined = joinPatches(compact.at(-1), edit)
    if (joined) compact[compact.length - 1] = joined
    else compact.push(edit)
  }
  return compact
}

function joinPatches(a: Edit | undefined, b: Edit): Edit | undefined {
  if (a?.type === 'patch-block' && b.type === 'patch-block' && a.number === b.number) return { ...a, fields: { ...a.fields, ...b.fields } }
  if (a?.type === 'patch-arrow' && b.type === 'patch-arrow' && a.id === b.id) return { ...a, fields: { ...a.fields, ...b.fields } }
  if (a?.type === 'patch-settings' && b.type === 'patch-settings') return { ...a, fields: { ...a.fields, ...b.fields } }
  return undefined
}
