import { leadStatuses } from '@voronka/api'
import { z } from 'zod'
import { dayInSearch, numberInSearch, oneOf, personInSearch } from '../list-screen/search-fields.ts'

/** The address of the screen: its filter, and which lead is open. */
export const leadsSearch = z.object({
  lead: numberInSearch,
  status: oneOf(leadStatuses),
  responsible: personInSearch,
  source: numberInSearch,
  from: dayInSearch,
  until: dayInSearch,
  q: z.string().max(200).optional().catch(undefined),
})
export type LeadsSearch = z.infer<typeof leadsSearch>

export const noFilter = {
  status: undefined,
  responsible: undefined,
  source: undefined,
  from: undefined,
  until: undefined,
  q: undefined,
} as const

export const isFiltered = ({ status, responsible, source, from, until, q }: LeadsSearch): boolean =>
  [status, responsible, source, from, until, q].some((value) => value !== undefined)
