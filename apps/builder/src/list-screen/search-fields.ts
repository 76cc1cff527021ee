/** What stands in the address of a list: what does not read is as if it were not there. */
import { z } from 'zod'

const number = z.coerce.number().int().positive()

export const numberInSearch = number.optional().catch(undefined)
export const dayInSearch = z.iso.date().optional().catch(undefined)
/** An employee by the number of his account, or `nobody`. */
export const personInSearch = z
  .union([z.literal('nobody'), number])
  .optional()
  .catch(undefined)

export const oneOf = <const Word extends string>(words: readonly Word[]) => z.enum(words).optional().catch(undefined)
