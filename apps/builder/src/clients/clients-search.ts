import type { listDialogues } from '@voronka/api'
import { z } from 'zod'
import { startOfDay } from '../crm/start-of-day.ts'

export const tabs = ['all', 'mine', 'free', 'waiting', 'unread'] as const
export type Tab = (typeof tabs)[number]

const number = z.coerce.number().int().positive().optional().catch(undefined)
const text = z.coerce.string().optional().catch(undefined)

/** The address of the inbox: which dialogue is open, which list, what it is narrowed by. */
export const clientsSearch = z.object({
  client: number,
  tab: z.enum(tabs).optional().catch(undefined),
  q: text,
  channel: text,
  list: number,
  label: number,
  block: number,
  responsible: number,
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  variable: text,
  value: text,
  state: z.enum(['blocked', 'unsubscribed']).optional().catch(undefined),
})
export type ClientsSearch = z.infer<typeof clientsSearch>

export type DialogueFilter = Omit<NonNullable<(typeof listDialogues)['input']>, 'projectId' | 'cursor'>

/** What the server is asked for. */
export function filterOf({
  tab = 'all',
  q,
  channel,
  list,
  label,
  block,
  responsible,
  from,
  to,
  variable,
  value,
  state,
}: ClientsSearch): DialogueFilter {
  return {
    tab,
    ...(q?.trim() && { q: q.trim() }),
    ...(channel && { channel }),
    ...(list && { list }),
    ...(label && { label }),
    ...(block && { block }),
    ...(responsible && { responsible }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { before: startOfDay(to, 1) }),
    ...(variable && { variable, ...(value && { value }) }),
    ...(state && { [state]: 'true' }),
  }
}

/** Conditions besides the tab and the search. */
export function countConditions(search: ClientsSearch): number {
  const { tab: _, q: __, from, before, value: ___, ...rest } = filterOf(search)
  return Object.keys(rest).length + (from || before ? 1 : 0)
}

export const noConditions: Partial<ClientsSearch> = {
  channel: undefined,
  list: undefined,
  label: undefined,
  block: undefined,
  responsible: undefined,
  from: undefined,
  to: undefined,
  variable: undefined,
  value: undefined,
  state: undefined,
}
