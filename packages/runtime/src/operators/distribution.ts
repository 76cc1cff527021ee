import type { Distribution } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { DialoguesStore } from '../clients/dialogues.store.ts'
import type { Operator, OperatorsStore } from './operators.store.ts'
import { periodAt, windowStart } from './working-period.ts'

/** What distribution works with. */
export interface DistributionWork {
  readonly dialogues: DialoguesStore
  readonly operators: OperatorsStore
}

interface Setting {
  readonly project: number
  readonly rules: Distribution
  readonly zone: string
  readonly now: number
}

/**
 * Gives one client to whoever of those on shift was given the fewest since the window began; among equals to whoever waited longest, then to the
 * lowest number (crm-and-tasks, section 12, rule 2). Gives his account; undefined: nobody is on shift.
 */
export function* distribute(
  { dialogues, operators }: DistributionWork,
  client: number,
  { project, rules, zone, now }: Setting,
): Step<number | undefined> {
  const onShift = (yield* operators.all(project)).filter(({ status }) => status === 'shift')
  const given = yield* operators.assignedSince(project, windowStart(rules, now, zone))
  const [chosen] = onShift.toSorted(
    (a, b) => load(given, a) - load(given, b) || a.lastAssignedAt - b.lastAssignedAt || a.account - b.account,
  )
  if (!chosen) return undefined
  yield* dialogues.set(client, { responsible: chosen.account, queued_at: null })
  yield* operators.noteAssignment(project, chosen.account, client, now)
  return chosen.account
}

const load = (given: ReadonlyMap<number, number>, { account }: Operator): number => given.get(account) ?? 0

/** He wrote and nobody is responsible: somebody is, or he waits until there is somebody (rules 3 and 4). */
export function* distributeNew(work: DistributionWork, client: number, setting: Setting): Step<number | undefined> {
  const account = periodAt(setting.rules, setting.now, setting.zone) && (yield* distribute(work, client, setting))
  if (account === undefined) yield* work.dialogues.set(client, { queued_at: setting.now })
  return account
}

/** Those who waited, one after another: at the start of a period, and when somebody comes on shift within one. Gives whose dialogues changed. */
export function* distributeQueued(work: DistributionWork, setting: Setting): Step<number[]> {
  if (!setting.rules.enabled || !periodAt(setting.rules, setting.now, setting.zone)) return []
  const taken: number[] = []
  for (const client of yield* work.operators.queued(setting.project)) {
    if ((yield* distribute(work, client, setting)) === undefined) break
    taken.push(client)
  }
  return taken
}
