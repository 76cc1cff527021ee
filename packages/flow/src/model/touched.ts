import type { Edit } from './edits.ts'

/** What the edits touch, as keys: `block:5`, `arrow:7`, `sheet:1`, `settings:name`. Two batches that share a key collide. */
export const touched = (edits: readonly Edit[]): Set<string> => new Set(edits.flatMap(keysOf))

function keysOf(edit: Edit): string[] {
  switch (edit.type) {
    case 'put-block':
      return [`block:${edit.block.number}`]
    case 'patch-block':
    case 'remove-block':
      return [`block:${edit.number}`]
    case 'put-arrow':
      return [`arrow:${edit.arrow.id}`]
    case 'patch-arrow':
    case 'remove-arrow':
      return [`arrow:${edit.id}`]
    case 'put-sheet':
      return [`sheet:${edit.sheet.id}`]
    case 'remove-sheet':
      return [`sheet:${edit.id}`]
    case 'patch-settings':
      return Object.keys(edit.fields).map((name) => `settings:${name}`)
    default:
      return edit satisfies never
  }
}
