import { isRecord, normalPhone, type CallReaction } from '@voronka/functions'
import type { Step } from '@voronka/flow/engine'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { Line, Started, TelephonyProvider } from '../telephony/provider.ts'
import type { WorkContext } from '../worker/context.ts'
import type { CallRow, CallsStore } from './calls.store.ts'
import { findClientOfCall } from './client-of-call.ts'
import type { StoppedNumbers } from './stopped-numbers.store.ts'

export interface AskedCall {
  /** The same with every attempt: a call that the vendor took is not made again. */
  readonly key: string
  /** Digits; empty: as the connection says. */
  readonly from: string
  readonly to: string
  readonly record: string
  readonly reactions: readonly CallReaction[] | undefined
  readonly order: number | null
  readonly operator: number | null
  /** Whose funnel asks for it, or whose card somebody calls from. */
  readonly client: number
  /** The called one is that client, whoever else has the number. */
  readonly his: boolean
}

export type Begun = { readonly begun: true; readonly row: CallRow } | { readonly begun: false; readonly reason: string }

/** A call whose beginning was cut off is given up after this. */
const longestBeginningMs = 60_000

export interface BeginParts {
  readonly calls: CallsStore
  readonly stopped: StoppedNumbers
  lineOf(connection: OpenConnection): Line
  /** Where the vendor tells of calls; undefined: nobody reaches us. */
  tellTo(connection: OpenConnection): { status: string; digit: string } | undefined
  catchUp(): Promise<void>
  changed(project: number, call: number): void
}

/** Makes a call through what the project is connected to, and writes it down before and after. The vendor is asked outside of every transaction. */
export function callBeginner(context: WorkContext, parts: BeginParts) {
  const { db, clock, orders, dialogues, flows } = context
  const { calls, stopped } = parts

  /** One that was begun already. Whether the vendor took it nobody knows where somebody died over it: then it rings twice, or is not made (reliability-promises, P1.4). */
  function* again(row: CallRow): Step<CallRow | string> {
    if (row.outcome !== 'starting' || !(yield* flows.published(row.project_id))?.project.settings.sendOnce) return row
    yield* calls.change(row, { outcome: 'unknown', error: 'cut off', finished_at: clock.now(), look_at: null })
    return 'nobody knows whether it was made'
  }

  function* written(provider: string, project: number, asked: AskedCall & { record: string }): Step<CallRow | string> {
    if (yield* stopped.find(project, asked.to)) return 'number is blocked'
    const known = yield* calls.byKey(asked.key)
    if (known) return yield* again(known)
    const isTest = (yield* dialogues.find(asked.client))?.test === 1
    const client = asked.his || isTest ? asked.client : ((yield* findClientOfCall(context, project, asked.to)) ?? null)
    const row: CallRow = {
      project_id: project,
      number: yield* orders.numbers.take(project, 'call'),
      key: asked.key,
      provider,
      provider_call_id: null,
      direction: 'out',
      client_id: client,
      order_id: asked.order,
      operator_id: asked.operator,
      number_from: asked.from,
      number_to: asked.to,
      record_id: asked.record,
      payload: asked.reactions ? JSON.stringify(asked.reactions) : '',
      outcome: 'starting',
      status: '',
      error: '',
      digit: '',
      cost: '',
      duration_sec: 0,
      answered_at: null,
      finished_at: null,
      created_at: clock.now(),
      looks: 0,
      look_at: clock.now() + longestBeginningMs,
    }
    yield* calls.add(row)
    return row
  }

  /** What the vendor said of it. Gives the call as it is then. */
  function* answered(row: CallRow, answer: Started, firstLook: number | undefined): Step<CallRow> {
    if (answer.started) yield* calls.releaseId(row.project_id, row.provider, answer.id)
    const fields: Partial<CallRow> = answer.started
      ? {
          provider_call_id: answer.id,
          outcome: 'calling',
          error: '',
          looks: 0,
          look_at: firstLook === undefined ? null : row.created_at + firstLook,
        }
      : { outcome: 'failed', error: answer.reason, finished_at: clock.now(), look_at: null }
    yield* calls.change(row, fields)
    return { ...row, ...fields }
  }

  return async (provider: TelephonyProvider, connection: OpenConnection, given: AskedCall): Promise<Begun> => {
    const { settings, project } = connection
    const own = settings['duty'] === true ? '' : (normalPhone(String(settings['number'] ?? '')) ?? '')
    const asked = { ...given, from: given.from || own, record: given.record || String(settings['record'] ?? '') }
    if (!isRecord(asked.record)) return { begun: false, reason: 'record_id is required' }
    if (!asked.his) await parts.catchUp()
    const row = await db.transaction(() => written(provider.kind, project, asked))
    if (typeof row === 'string') return { begun: false, reason: row }
    if (row.provider_call_id !== null) return { begun: true, row }
    parts.changed(project, row.number)
    const line = parts.lineOf(connection)
    const answer = await provider.create(line, {
      number: row.number,
      from: asked.from,
      to: asked.to,
      record: asked.record,
      reactions: asked.reactions ?? [],
      tellTo: provider.told && parts.tellTo(connection),
      client: row.client_id,
    })
    const after = await db.transaction(() => answered(row, answer, provider.looks(line)[0]))
    parts.changed(project, row.number)
    return answer.started ? { begun: true, row: after } : { begun: false, reason: answer.reason }
  }
}
