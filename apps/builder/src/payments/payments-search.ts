import { paymentStates } from '@voronka/api'
import { z } from 'zod'
import { dayInSearch, numberInSearch, oneOf } from '../list-screen/search-fields.ts'

/** The address of the screen: its filter. */
export const paymentsSearch = z.object({
  state: oneOf(paymentStates),
  order: numberInSearch,
  client: numberInSearch,
  from: dayInSearch,
  until: dayInSearch,
})
export type PaymentsSearch = z.infer<typeof paymentsSearch>

export const noFilter = { state: undefined, order: undefined, client: undefined, from: undefined, until: undefined } as const

export const isFiltered = ({ state, order, client, from, until }: PaymentsSearch): boolean =>
  [state, order, client, from, until].some((value) => value !== undefined)
