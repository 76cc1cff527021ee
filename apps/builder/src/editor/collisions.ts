import type { Edit } from '@voronka/flow'

/**
 * The things that both lists of edits change, as keys: `block:5`, `arrow:7`, `sheet:1`, `settings:name`. Two patches of one block collide only when
 * they share a field: one person may write in a block while another moves it.
 */
export function collisions(mine: readonly Edit[], theirs: readonly Edit[]): string[] {
  const here = fieldsByThing(mine)
  const colliding = new Set<string>()
  for (const [thing, fields] of fieldsByThing(theirs)) {
    const own = here.get(thing)
    if (own && (own === 'whole' || fields === 'whole' || [...fields].some((field) => own.has(field)))) colliding.add(thing)
  }
  return [...colliding]
}

type Fields = 'whole' | Set<string>

function fieldsByThing(edits: readonly Edit[]): Map<string, Fields> {
  const things = new Map<string, Fields>()
  const note = (thing: string, fields?: object) => {
    const known = things.get(thing)
    if (!fields || known === 'whole') things.set(thing, 'whole')
    else things.set(thing, new Set([...(known ?? []), ...Object.keys(fields)]))
  }
  for (const edit of edits) noteEdit(edit, note)
  return things
}

function noteEdit(edit: Edit, note: (thing: string, fields?: object) => void): void {
  switch (edit.type) {
    case 'put-block':
      return note(`block:${edit.block.number}`)
    case 'patch-block':
      return note(`block:${edit.number}`, edit.fields)
    case 'remove-block':
      return note(`block:${edit.number}`)
    case 'put-arrow':
      return note(`arrow:${edit.arrow.id}`)
    case 'patch-arrow':
      return note(`arrow:${edit.id}`, edit.fields)
    case 'remove-arrow':
      return note(`arrow:${edit.id}`)
    case 'put-sheet':
      return note(`sheet:${edit.sheet.id}`)
    case 'remove-sheet':
      return note(`sheet:${edit.id}`)
    case 'patch-settings':
      return Object.keys(edit.fields).forEach((name) => note(`settings:${name}`))
    default:
      edit satisfies never
  }
}
