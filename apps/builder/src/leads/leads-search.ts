import { leadStatuses } from '@voronka/api'
import { z } from 'zod'

const number = z.coerce.number().int().positive().optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** The address of the screen: its filter, and which lead is open. */
export const leadsSearch = z.object({
  lead: number,
  status: z.enum(leadStatuses).optional().catch(undefined),
  responsible: z
    .union([z.literal('nobody'), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  source: number,
  from: day,
  until: day,
  q: z.string().max(200).optional().catch(undefined),
})
export type LeadsSearch = z.infer<typeof leadsSearch>

export const isFiltered = ({ status, responsible, source, from, until, q }: LeadsSearch): boolean =>
  [status, responsible, source, from, until, q].some((value) => value !== undefined)
