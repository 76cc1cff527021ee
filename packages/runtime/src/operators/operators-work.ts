import type { Distribution, OperatorInfo, OperatorStatus } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { createAlarm } from '../worker/alarm.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import type { ErrorReport } from '../worker/event-turn.ts'
import { zoneOfProject } from '../worker/project-settings.ts'
import { distributeQueued } from './distribution.ts'
import type { Operator } from './operators.store.ts'
import { nextPeriod, periodAt, windowStart } from './working-period.ts'

const dayMs = 86_400_000

export type OperatorsWork = ReturnType<typeof createOperatorsWork>

/** Shifts, and the rules by which clients find who answers them (crm-and-tasks, sections 4 and 12). */
export function createOperatorsWork(context: WorkContext, worker: Worker, live: LiveHub, onError: ErrorReport) {
  const { db, clock, operators, workSettings, audit } = context
  const alarm = createAlarm(
    { next: () => db.transaction(() => workSettings.next()), work },
    { clock, track: (job) => worker.track(job), onError },
  )

  function* settingOf(project: number) {
    const { distribution: rules } = yield* workSettings.get(project)
    return { project, rules, zone: yield* zoneOfProject(context, project), now: clock.now() }
  }

  /** Pages hear who changed, and whose dialogues found somebody. */
  function tell(project: number, clients: readonly number[]): void {
    live.publish(project, { type: 'operators-changed' })
    for (const client of clients) live.publish(project, { type: 'dialogue-changed', client, message: null })
  }

  function* infoOf(project: number, found: readonly Operator[]): Step<OperatorInfo[]> {
    const { rules, zone, now } = yield* settingOf(project)
    const holding = yield* operators.holding(project)
    const today = yield* operators.assignedSince(project, windowStart({ ...rules, evenInterval: null }, now, zone))
    return found.map(({ account, name, email, status, since }) => ({
      account,
      name: name || email,
      email,
      status,
      since: since === null ? null : new Date(since).toISOString(),
      clients: holding.get(account) ?? 0,
      assignedToday: today.get(account) ?? 0,
    }))
  }

  /** A working period began or ended (rule 3; "take operators off shift at the end of the period"). */
  function* turnOver(project: number, moment: number): Step<number[] | undefined> {
    const setting = yield* settingOf(project)
    if (!(yield* workSettings.setNext(project, nextMoment(setting.rules, clock.now(), setting.zone), moment))) return undefined
    const begins = periodAt(setting.rules, moment, setting.zone)?.start === moment
    if (!begins && setting.rules.endShifts) {
      const present = (yield* operators.all(project)).filter(({ status }) => status !== 'absent')
      for (const { account } of present) yield* operators.setStatus(project, account, 'absent', moment)
    }
    return yield* distributeQueued(context, setting)
  }

  async function work(): Promise<void> {
    for (const { project_id: project, next_at: moment } of await db.transaction(() => workSettings.due(clock.now()))) {
      if (moment === null) continue
      const clients = await db.transaction(() => turnOver(project, moment))
      if (clients) tell(project, clients)
    }
  }

  return {
    look: () => alarm.look(),
    stop: () => alarm.stop(),

    list: (project: number) =>
      db.transaction(function* () {
        return yield* infoOf(project, yield* operators.all(project))
      }),

    /** Whoever comes on shift within working time takes up who waited (rule 4). */
    async setStatus(project: number, account: number | null, status: OperatorStatus): Promise<OperatorInfo> {
      const { info, clients } = await db.transaction(function* () {
        const known = account === null ? undefined : yield* operators.find(project, account)
        if (!known) throw failure('operator-not-found')
        if (known.status !== status) yield* operators.setStatus(project, known.account, status, clock.now())
        const taken = status === 'shift' ? yield* distributeQueued(context, yield* settingOf(project)) : []
        const [now] = yield* infoOf(project, [{ ...known, status, since: known.status === status ? known.since : clock.now() }])
        if (!now) throw failure('operator-not-found')
        return { info: now, clients: taken }
      })
      tell(project, clients)
      return info
    },

    async setDistribution(project: number, actor: Actor, rules: Distribution): Promise<Distribution> {
      const next = await db.transaction(function* () {
        const { zone } = yield* settingOf(project)
        const { distribution: before } = yield* workSettings.get(project)
        yield* workSettings.set(project, { distribution: rules })
        yield* audit(actor, { action: 'distribution.changed', project, subject: '', before, after: rules })
        const moment = nextMoment(rules, clock.now(), zone)
        yield* workSettings.setNext(project, moment)
        yield* distributeQueued(context, yield* settingOf(project))
        return moment
      })
      if (next !== null) alarm.wake(next)
      live.publish(project, { type: 'operators-changed' })
      return rules
    },

    /** "Frees clients except those who came less than a day ago" (section 12). */
    async clearBindings(project: number, actor: Actor): Promise<number> {
      const query = db.build
        .updateTable('dialogues')
        .set({ responsible: null })
        .where('project_id', '=', project)
        .where('test', '=', 0)
        .where('responsible', 'is not', null)
        .where('created_at', '<=', clock.now() - dayMs)
      const freed = await db.transaction(function* () {
        const { changes } = yield* settle(db.run(query))
        yield* audit(actor, { action: 'distribution.cleared', project, subject: '', after: { freed: changes } })
        return changes
      })
      tell(project, [])
      return freed
    },
  }
}

/** When the next period begins or, where shifts end with it, the present one ends. */
function nextMoment(rules: Distribution, now: number, zone: string): number | null {
  if (!rules.enabled || rules.mode === 'always') return null
  const moments = [nextPeriod(rules, now, zone)?.start, rules.endShifts ? periodAt(rules, now, zone)?.end : undefined]
  const ahead = moments.filter((moment) => moment !== undefined)
  return ahead.length ? Math.min(...ahead) : null
}
