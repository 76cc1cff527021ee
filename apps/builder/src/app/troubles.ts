import type { Me } from '@voronka/api'
import { z } from 'zod'
import type { Rights } from './rights.ts'

/** What the health check of the server says (docs/configuration.md), as far as people are told of it. */
export interface Health {
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
    storage: z.enum(['ok', 'full', 'locked', 'failing', 'damaged']).catch('ok'),
    backup: z.enum(['ok', 'failed', 'none']).catch('none'),
    queues: z.object({ overdueTimers: z.number() }).catch({ overdueTimers: 0 }),
  })
  .transform(({ storage, backup, queues }): Health => ({ storage, backup, late: queues.overdueTimers }))
  .catch({ storage: 'ok', backup: 'none', late: 0 })

export const readHealth = (answer: unknown): Health => healthSchema.parse(answer)

/** What a person is told: of the storage whoever runs a project, of the rest who owns the installation. */
export function troublesFor({ storage, backup, late }: Health, rights: Rights, { account }: Me): Trouble[] {
  if (!rights.may('settings', 'edit') && !account.installationOwner) return []
  const ofStorage: Trouble[] = storage === 'ok' ? [] : [storage]
  if (!account.installationOwner) return ofStorage
  return [...ofStorage, ...(backup === 'failed' ? (['backup'] as const) : []), ...(late > mostOnTheirWay ? (['late'] as const) : [])]
}
