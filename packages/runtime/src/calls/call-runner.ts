import type { Step } from '@voronka/flow/engine'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { CallReport, Line } from '../telephony/provider.ts'
import type { WorkContext } from '../worker/context.ts'
import type { CallRow } from './calls.store.ts'
import { newsHearing, type NewsParts } from './hear-news.ts'
import { hearing, type Exchange, type Heard } from './hear-of-call.ts'

/** Pieces of news that are fetched at once; reports that share a transaction. */
const newsAtOnce = 50
const together = 5
/** One vendor is asked for so many calls at once. */
const mostAtOnce = 200
/** When storage refused, it is looked again so soon. */
const retryMs = 1000
const retryLookMs = 60_000

export interface RunnerParts extends NewsParts {
  lineOf(connection: OpenConnection): Line
  /** Until the numbers in all variables are known. */
  catchUp(): Promise<void>
  /** Virtual time waits for it. */
  track(work: Promise<void>): Promise<void>
}

/** Works off what vendors told, and asks them for calls of which they told nothing. Any process may; what was planned outlives all of them. */
export function createCallRunner(context: WorkContext, parts: RunnerParts) {
  const { db, clock, connections } = context
  const { calls, news, providerOf, onError } = parts
  const hearNews = newsHearing(context, parts)
  let callOff: (() => void) | undefined
  let working: Promise<void> | undefined
  let again = false
  let isStopped = false

  /** Some reports at a time, so that nobody waits for a long list. */
  async function hear(exchange: Exchange, reports: readonly CallReport[], last: () => Step<unknown>): Promise<void> {
    for (let at = 0; at === 0 || at < reports.length; at += together) {
      const heard: Heard = { clients: new Set(), calls: new Set() }
      await db.transaction(function* () {
        heard.clients.clear()
        heard.calls.clear()
        const { end } = hearing(context, parts, exchange)
        for (const report of reports.slice(at, at + together)) yield* end(report, heard)
        if (at + together >= reports.length) yield* last()
      }, 'later')
      parts.heard(exchange.project, heard)
    }
  }

  async function workOffNews(): Promise<void> {
    for (;;) {
      const rows = isStopped ? [] : await db.transaction(() => news.due(clock.now(), newsAtOnce), 'later')
      if (!rows.length) return
      await parts.catchUp()
      await hearNews(rows)
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
