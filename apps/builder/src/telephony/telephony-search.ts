import { callOutcomes } from '@voronka/api'
import { z } from 'zod'

export const views = ['calls', 'numbers', 'connection'] as const
export type View = (typeof views)[number]

const number = z.coerce.number().int().positive()
const day = z.iso.date().optional().catch(undefined)

/** The address of the screen: what is looked at, and which calls are shown. */
export const telephonySearch = z.object({
  view: z.enum(views).optional().catch(undefined),
  from: day,
  until: day,
  client: number.optional().catch(undefined),
  employee: z
    .union([z.literal('nobody'), number])
    .optional()
    .catch(undefined),
  outcome: z.enum(callOutcomes).optional().catch(undefined),
})
export type TelephonySearch = z.infer<typeof telephonySearch>

export const noFilter = { from: undefined, until: undefined, client: undefined, employee: undefined, outcome: undefined } as const

export const isFiltered = ({ from, until, client, employee, outcome }: TelephonySearch): boolean =>
  [from, until, client, employee, outcome].some((value) => value !== undefined)
