import type { Step } from '@voronka/flow/engine'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { CallReport, DigitReport, Line, TelephonyProvider } from '../telephony/provider.ts'
import type { WorkContext } from '../worker/context.ts'
import type { CallNews, NewsRow } from './call-news.store.ts'
import type { CallRow, CallsStore } from './calls.store.ts'
import { hearing, type CallStores, type Exchange, type Heard } from './hear-of-call.ts'

const batch = 50
/** One vendor is asked for so many calls at once. */
const mostAtOnce = 200
/** News of a call whose beginning is not written down yet, and news that could not be worked off, are looked at again. */
const againMs = 1000
const mostTries = 30
/** When storage refused, it is looked again so soon. */
const retryMs = 1000
const retryLookMs = 60_000

export interface RunnerParts extends CallStores {
  readonly calls: CallsStore
  readonly news: CallNews
  readonly providers: readonly TelephonyProvider[]
  lineOf(connection: OpenConnection): Line
  /** Until the numbers in all variables are known. */
  catchUp(): Promise<void>
  /** Virtual time waits for it. */
  track(work: Promise<void>): Promise<void>
  /** After each commit. */
  heard(project: number, heard: Heard): void
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

/** Works off what vendors told, and asks them for calls of which they told nothing. Any process may; what was planned outlives all of them. */
export function createCallRunner(context: WorkContext, parts: RunnerParts) {
  const { db, clock, connections } = context
  const { calls, news, providers, onError } = parts
  const providerOf = (kind: string) => providers.find((provider) => provider.kind === kind)
  let callOff: (() => void) | undefined
  let working: Promise<void> | undefined
  let again = false
  let isStopped = false

  /** Some reports at a time, so that nobody waits for a long list. */
  async function hear(exchange: Exchange, reports: readonly Report[], last: () => Step<unknown>): Promise<void> {
    for (let at = 0; at === 0 || at < reports.length; at += batch) {
      const heard: Heard = { clients: new Set(), calls: new Set() }
      await db.transaction(function* () {
        heard.clients.clear()
        heard.calls.clear()
        const { digit, end } = hearing(context, parts, exchange)
        for (const report of reports.slice(at, at + batch)) yield* 'outcome' in report ? end(report, heard) : digit(report, heard)
        if (at + batch >= reports.length) yield* last()
      }, 'later')
      parts.heard(exchange.project, heard)
    }
  }

  async function read(row: NewsRow): Promise<void> {
    const exchange = { project: row.project_id, provider: row.provider }
    const reports = reportsOf(row, providerOf(row.provider))
    const tooEarly = await db.transaction(function* () {
      for (const report of reports) if (yield* hearing(context, parts, exchange).isTooEarly(report)) return true
      return false
    }, 'later')
    if (tooEarly && row.tries < mostTries) return putOff(row)
    await hear(exchange, reports, () => news.remove(row.id))
  }

  const putOff = ({ id, tries }: NewsRow): Promise<void> => db.transaction(() => news.putOff(id, tries + 1, clock.now() + againMs), 'later')

  async function workOffNews(): Promise<void> {
    for (;;) {
      const rows = isStopped ? [] : await db.transaction(() => news.due(clock.now(), batch), 'later')
      if (!rows.length) return
      await parts.catchUp()
      for (const row of rows) {
        await read(row).catch(async (error: unknown) => {
          onError(error, { what: 'call news', project: row.project_id, provider: row.provider })
          await (row.tries < mostTries ? putOff(row) : db.transaction(() => news.remove(row.id), 'later'))
        })
      }
    }
  }

  /** Takes a call, to ask what became of it. Undefined: somebody else did, or its beginning was cut off. */
  function* take(row: CallRow, looks: readonly number[]): Step<CallRow | undefined> {
    const next = looks[row.looks + 1]
    // After the last one it is asked for again only if nobody lives to hear the answer.
    if (!(yield* calls.takeLook(row, next === undefined ? clock.now() + retryLookMs : row.created_at + next))) return undefined
    if (row.provider_call_id !== null) return row
    yield* calls.change(row, { outcome: 'failed', error: 'cut off before it began', finished_at: clock.now(), look_at: null })
    return undefined
  }

  async function lookAt({ project, provider: kind }: Exchange, rows: readonly CallRow[]): Promise<void> {
    const provider = providerOf(kind)
    const connection = await db.transaction(() => connections.first(project, kind), 'later')
    const line = connection && parts.lineOf(connection)
    const looks = line && provider ? provider.looks(line) : []
    const taken: CallRow[] = []
    for (const row of rows) {
      const one = await db.transaction(() => take(row, looks), 'later')
      if (one) taken.push(one)
      else parts.heard(project, { clients: new Set(), calls: new Set([row.number]) })
    }
    const asked = taken.map((row) => ({ id: row.provider_call_id ?? '', phone: row.number_to, createdAt: row.created_at }))
    const reports = line && provider && asked.length ? await provider.look(line, asked) : []
    await parts.catchUp()
    const wanted = new Set(asked.map(({ id }) => id))
    const ended = reports.filter(({ id }) => wanted.has(id))
    const silent = taken.filter((row) => row.looks + 1 >= looks.length && !ended.some(({ id }) => id === row.provider_call_id))
    await hear({ project, provider: kind }, ended, () => giveUp(silent))
    if (silent.length) parts.heard(project, { clients: new Set(), calls: new Set(silent.map(({ number }) => number)) })
  }

  /** The vendor never told how they ended. */
  function* giveUp(rows: readonly CallRow[]): Step<void> {
    for (const { project_id, number } of rows) {
      const row = yield* calls.find(project_id, number)
      if (row?.outcome === 'calling') yield* calls.change(row, { outcome: 'unknown', look_at: null })
    }
  }

  async function workOffLooks(): Promise<void> {
    for (;;) {
      const rows = isStopped ? [] : await db.transaction(() => calls.toLookAt(clock.now(), mostAtOnce), 'later')
      if (!rows.length) return
      for (const of of groupsOf(rows)) await lookAt(of.exchange, of.rows)
    }
  }

  async function workOff(): Promise<void> {
    do {
      again = false
      await workOffNews()
      await workOffLooks()
    } while (again && !isStopped)
  }

  async function nextMoment(): Promise<number | undefined> {
    const [ofNews, ofLooks] = await db.transaction(function* () {
      return [yield* news.next(), yield* calls.nextLook()]
    }, 'later')
    return ofNews === undefined || ofLooks === undefined ? (ofNews ?? ofLooks) : Math.min(ofNews, ofLooks)
  }

  async function look(): Promise<void> {
    callOff?.()
    callOff = undefined
    if (working) {
      again = true
      return working
    }
    const work = workOff()
      .then(nextMoment)
      .catch((error: unknown) => {
        if (!isStopped) onError(error, { what: 'calls' })
        return clock.now() + retryMs
      })
      .then((next) => {
        working = undefined
        if (again && !isStopped) return look()
        if (next !== undefined && !isStopped) callOff = clock.at(Math.max(next, clock.now() + 1), () => void look())
      })
    working = work
    return parts.track(work)
  }

  return {
    /** Works off what is due. Call it when something was put in; the rest it knows itself. */
    look,
    async stop(): Promise<void> {
      isStopped = true
      callOff?.()
      await working
    },
  }
}

type Report = CallReport | DigitReport

function reportsOf({ kind, body }: NewsRow, provider: TelephonyProvider | undefined): readonly Report[] {
  const said: unknown = JSON.parse(body)
  if (kind === 'status') return provider?.told?.status(said) ?? []
  const digit = provider?.told?.digit(said)
  return digit ? [digit] : []
}

function groupsOf(rows: readonly CallRow[]): { exchange: Exchange; rows: CallRow[] }[] {
  const groups = new Map<string, { exchange: Exchange; rows: CallRow[] }>()
  for (const row of rows) {
    const key = `${row.project_id} ${row.provider}`
    const group = groups.get(key) ?? { exchange: { project: row.project_id, provider: row.provider }, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}
