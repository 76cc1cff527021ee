/** Edits that checks offer. */
import type { Edit } from '../edits.ts'
import type { Arrow, Block } from '../flow.ts'

export const patchBlock = (number: number, fields: Partial<Omit<Block, 'number'>>): Edit[] => [{ type: 'patch-block', number, fields }]
export const patchArrow = (id: number, fields: Partial<Omit<Arrow, 'id'>>): Edit[] => [{ type: 'patch-arrow', id, fields }]
export const removeArrow = (id: number): Edit[] => [{ type: 'remove-arrow', id }]
