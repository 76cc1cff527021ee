import type { Arrow, Block } from '../flow.ts'
import type { FieldText } from '../texts.ts'
import type { Place } from './check.ts'

/** The place of a text in its block or arrow. */
export const placeOf = (thing: Block | Arrow, { field, index }: Pick<FieldText, 'field' | 'index'>): Place => ({
  ...('number' in thing ? { block: thing.number } : { arrow: thing.id }),
  field,
  ...(index === undefined ? {} : { index }),
})
