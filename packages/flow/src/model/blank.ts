/** A block or arrow with every field present, as the editor makes it: the schema's defaults and what is given. */
import { arrowSchema, blockSchema, projectSchema } from './flow.ts'
import type { Arrow, Block, Project } from './flow.ts'

export const blankBlock = (number: number, fields: Partial<Omit<Block, 'number'>> = {}): Block => ({
  ...blockSchema.parse({ number }),
  ...fields,
})

export const blankArrow = (id: number, from: number, to: number, fields: Partial<Omit<Arrow, 'id' | 'from' | 'to'>> = {}): Arrow => ({
  ...arrowSchema.parse({ id, from, to }),
  ...fields,
})

export const blankProject = (name = ''): Project => projectSchema.parse({ format: 1, settings: { name } })
