import type { Me } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { Rights } from './rights.ts'

/** What the health check of the server says (docs/configuration.md), as far as people are told of it. */
export interface Health {
  readonly version: string
  readonly storage: 'ok' | 'full' | 'locked' | 'failing' | 'damaged'
  readonly backup: 'ok' | 'failed' | 'none'
  readonly late: number
}

export type Trouble = Exclude<Health['storage'], 'ok'> | 'backup' | 'late'

/** Planned messages that are on their way are overdue for moments; more than this are a machine that cannot keep up. */
const mostOnTheirWay = 200

/** Answers that this page does not know are no trouble: a newer server may say more. */
const healthSchema = z
  .object({
    version: z.string().catch(''),
    storage: z.enum(['ok', 'full', 'locked', 'failing', 'damaged']).catch('ok'),
    backup: z.enum(['ok', 'failed', 'none']).catch('none'),
    queues: z.object({ overdueTimers: z.number() }).catch({ overdueTimers: 0 }),
  })
  .transform(({ queues, ...health }): Health => ({ ...health, late: queues.overdueTimers }))
  .catch({ version: '', storage: 'ok', backup: 'none', late: 0 })

export const readHealth = (answer: unknown): Health => healthSchema.parse(answer)

const everyMs = 60_000

/** A server that does not answer is told of elsewhere. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => readHealth(await (await fetch('/health', { signal })).json()),
  refetchInterval: everyMs,
  retry: false,
})

export const isLate = ({ late }: Pick<Health, 'late'>): boolean => late > mostOnTheirWay

/** What a person is told: of the storage whoever runs a project, of the rest who owns the installation. */
export function troublesFor({ storage, backup, late }: Omit<Health, 'version'>, rights: Rights, { account }: Me): Trouble[] {
  if (!rights.may('settings', 'edit') && !account.installationOwner) return []
  const ofStorage: Trouble[] = storage === 'ok' ? [] : [storage]
  if (!account.installationOwner) return ofStorage
  return [...ofStorage, ...(backup === 'failed' ? (['backup'] as const) : []), ...(isLate({ late }) ? (['late'] as const) : [])]
}
