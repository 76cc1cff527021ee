import type { CallReaction } from '@voronka/functions'
import { normalPhone } from '@voronka/functions'
import type { Step } from '@voronka/flow/engine'
import type { CallReport, DigitReport } from '../telephony/provider.ts'
import type { WorkContext } from '../worker/context.ts'
import type { CallRow, CallsStore } from './calls.store.ts'
import { clientOfCall } from './client-of-call.ts'
import type { StoppedNumbers } from './stopped-numbers.store.ts'
import { tellClient } from './tell-client.ts'

export interface CallStores {
  readonly calls: CallsStore
  readonly stopped: StoppedNumbers
}

/** Who is to look at what, when the transaction is committed. */
export interface Heard {
  readonly clients: Set<number>
  readonly calls: Set<number>
}

export interface Exchange {
  readonly project: number
  readonly provider: string
}

/** How certain the end of a call is: only more certain news is news. A vendor that dials again may report an answer after he reported none. */
const certainty: Readonly<Record<CallRow['outcome'], number>> = {
  starting: 0,
  calling: 0,
  failed: 0,
  unknown: 0,
  no_answer: 1,
  canceled: 1,
  answered: 2,
}

/** What a vendor tells of calls, each thing once, whatever its order (telephony, section 6). The search index has to be up to date. */
export function hearing(context: WorkContext, { calls, stopped }: CallStores, { project, provider }: Exchange) {
  const { db, clock, orders, dialogues } = context

  /** The call that the vendor means; one that we did not begin is written down now. Undefined: nobody knows whom it concerns. */
  function* callOf(id: string, told: string, client: number | null): Step<CallRow | undefined> {
    const known = yield* calls.byProviderId(project, provider, id)
    if (known) return known
    const to = normalPhone(told) ?? ''
    if (to === '' && client === null) return undefined
    yield* db.claim(`call ${id} of ${provider} in project ${project}`)
    const meanwhile = yield* calls.byProviderId(project, provider, id)
    if (meanwhile) return meanwhile
    const row: CallRow = {
      project_id: project,
      number: yield* orders.numbers.take(project, 'call'),
      key: `${provider}:${project}:${id}`,
      provider,
      provider_call_id: id,
      direction: 'out',
      client_id: client,
      order_id: null,
      operator_id: null,
      number_from: '',
      number_to: to,
      record_id: '',
      payload: '',
      outcome: 'calling',
      status: '',
      error: '',
      digit: '',
      cost: '',
      duration_sec: 0,
      answered_at: null,
      finished_at: null,
      created_at: clock.now(),
      looks: 0,
      look_at: null,
    }
    return (yield* calls.add(row)) ? row : yield* calls.byKey(row.key)
  }

  /** Whom the call concerns from now on. */
  function* clientOf(row: CallRow): Step<number | null> {
    if (row.client_id !== null) return row.client_id
    const client = row.number_to === '' ? undefined : yield* clientOfCall(context, project, row.number_to)
    if (client !== undefined) yield* calls.change(row, { client_id: client })
    return client ?? null
  }

  function* pressed(row: CallRow, client: number | null, digit: string, heard: Heard): Step<void> {
    const before = digitsOf(row)
    if (before.includes(digit)) return
    heard.calls.add(row.number)
    yield* calls.change(row, { digit: [...before, digit].join(',') })
    if (reactionsOf(row)[Number(digit)]?.needBlock && row.number_to !== '')
      yield* stopped.add(project, { phone: row.number_to, by_whom: 'digit', name: '', added_at: clock.now() })
    if (client === null) return
    const id = idOf(row)
    heard.clients.add(client)
    yield* tellClient(context, client, {
      key: `call:${project}:${row.number}:digit:${digit}`,
      text: `zvonobot_digit_pressed: [${id}] ${digit}`,
      variables: [
        ['zvonobot_call_id', id],
        ['zvonobot_digit', digit],
      ],
    })
  }

  return {
    /** True: it concerns a call that is just being begun, whose id nobody knows yet. It is to be heard again in a moment. */
    *isTooEarly({ id, phone: told }: Pick<CallReport | DigitReport, 'id' | 'phone'>): Step<boolean> {
      if (yield* calls.byProviderId(project, provider, id)) return false
      const phone = normalPhone(told)
      return phone !== undefined && (yield* calls.beginning(project, provider, phone))
    },

    *digit({ id, digit, phone, client: told }: DigitReport, heard: Heard): Step<void> {
      const dialogue = told === null ? undefined : yield* dialogues.find(told)
      const row = yield* callOf(id, phone, dialogue?.project_id === project ? told : null)
      if (row) yield* pressed(row, yield* clientOf(row), digit, heard)
    },

    *end(report: CallReport, heard: Heard): Step<void> {
      const row = yield* callOf(report.id, report.phone, null)
      if (!row || certainty[report.outcome] <= certainty[row.outcome]) return
      heard.calls.add(row.number)
      const client = yield* clientOf(row)
      if (report.digit !== '') yield* pressed(row, client, report.digit, heard)
      const { outcome, status, answeredAt, finishedAt, seconds, cost } = report
      yield* calls.change(row, {
        outcome,
        status,
        error: '',
        cost,
        duration_sec: seconds,
        answered_at: answeredAt,
        finished_at: finishedAt ?? clock.now(),
        look_at: null,
      })
      if (client === null) return
      heard.clients.add(client)
      const id = idOf(row)
      yield* tellClient(context, client, {
        key: `call:${project}:${row.number}:${outcome}`,
        text: `zvonobot_call_finished: [${id}] ${row.number_to} ${outcome} ${seconds}`,
        variables: [
          ['zvonobot_call_id', id],
          ['zvonobot_call_status', outcome],
          ['zvonobot_call_duration', seconds],
        ],
      })
    },
  }
}

export const digitsOf = ({ digit }: Pick<CallRow, 'digit'>): string[] => (digit === '' ? [] : digit.split(','))

/** Written by `begin-call.ts` and by nobody else. */
const reactionsOf = ({ payload }: Pick<CallRow, 'payload'>): readonly CallReaction[] =>
  payload === '' ? [] : (JSON.parse(payload) as CallReaction[])

/** What the vendor calls it; a number as far as it is one. */
export function idOf({ provider_call_id: id }: Pick<CallRow, 'provider_call_id'>): string | number {
  const number = Number(id)
  return Number.isSafeInteger(number) && String(number) === id ? number : (id ?? '')
}
