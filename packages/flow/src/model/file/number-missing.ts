import { isFields, type Fields } from './fields.ts'

/**
 * Gives a number to arrows and buttons that have none, as hand-written files may: arrows after the highest of the file, in their order; buttons
 * likewise within their block. Block numbers are never made up: everything refers to them.
 */
export function numberMissing(document: Fields): Fields {
  const { blocks, arrows } = document
  return {
    ...document,
    ...(Array.isArray(arrows) && { arrows: numbered(arrows, highest([document], 'lastArrow')) }),
    ...(Array.isArray(blocks) && { blocks: blocks.map(withNumberedButtons) }),
  }
}

function withNumberedButtons(block: unknown): unknown {
  return isFields(block) && Array.isArray(block['buttons']) ? { ...block, buttons: numbered(block['buttons'], 0) } : block
}

/** The very same list where nothing is missing. */
function numbered(things: readonly unknown[], last: number): readonly unknown[] {
  if (things.every((thing) => !isFields(thing) || thing['id'] !== undefined)) return things
  let next = Math.max(last, highest(things, 'id'))
  return things.map((thing) => (isFields(thing) && thing['id'] === undefined ? { ...thing, id: ++next } : thing))
}

/** What is no whole number counts as nothing: the schema will say so. */
function highest(things: readonly unknown[], name: string): number {
  return things.reduce<number>((most, thing) => {
    const number = isFields(thing) ? thing[name] : undefined
    return typeof number === 'number' && Number.isSafeInteger(number) ? Math.max(most, number) : most
  }, 0)
}
