import { callOutcomes } from '@voronka/api'
import { z } from 'zod'
import { dayInSearch, numberInSearch, oneOf, personInSearch } from '../list-screen/search-fields.ts'

export const views = ['calls', 'numbers', 'connection'] as const
export type View = (typeof views)[number]

/** The address of the screen: what is looked at, and which calls are shown. */
export const telephonySearch = z.object({
  view: oneOf(views),
  from: dayInSearch,
  until: dayInSearch,
  client: numberInSearch,
  employee: personInSearch,
  outcome: oneOf(callOutcomes),
})
export type TelephonySearch = z.infer<typeof telephonySearch>

export const noFilter = { from: undefined, until: undefined, client: undefined, employee: undefined, outcome: undefined } as const

export const isFiltered = ({ from, until, client, employee, outcome }: TelephonySearch): boolean =>
  [from, until, client, employee, outcome].some((value) => value !== undefined)
