import type { Step } from '@voronka/flow/engine'
import { isPassing } from '../db/storage-refused.ts'
import type { CallReport, DigitReport, TelephonyProvider } from '../telephony/provider.ts'
import type { WorkContext } from '../worker/context.ts'
import type { CallNews, NewsRow } from './call-news.store.ts'
import { hearing, type CallStores, type Heard } from './hear-of-call.ts'

/** So many reports share a transaction: a commit costs more than a report, and nobody is to wait long for ours. */
const together = 5
/** News of a call whose beginning is not written down yet, and news that could not be worked off, are looked at again. */
const againMs = 1000
const mostTries = 30

export type Report = CallReport | DigitReport

export interface NewsParts extends CallStores {
  readonly news: CallNews
  providerOf(kind: string): TelephonyProvider | undefined
  /** After each commit. */
  heard(project: number, heard: Heard): void
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

/** One report of a piece of news, or nothing where there is none to read in it. */
interface Piece {
  readonly row: NewsRow
  readonly report: Report | undefined
  readonly isLast: boolean
}

/**
 * Works off what vendors told, in the order in which they told it: several reports in one transaction, each behind a savepoint of its own. A piece of news
 * goes with its last report; it stays for another time when one of them came too early or could not be worked off.
 */
export function newsHearing(context: WorkContext, parts: NewsParts) {
  const { db, clock } = context
  const { news, onError } = parts

  function* hearReport(row: NewsRow, report: Report, heard: Heard): Step<boolean> {
    const { isTooEarly, digit, end } = hearing(context, parts, { project: row.project_id, provider: row.provider })
    if (row.tries < mostTries && (yield* isTooEarly(report))) return false
    yield* 'outcome' in report ? end(report, heard) : digit(report, heard)
    return true
  }

  function* hear({ row, report }: Piece, heard: Heard): Step<boolean> {
    if (!report) return true
    try {
      return yield* db.nested(() => hearReport(row, report, heard))
    } catch (error) {
      if (isPassing(error)) throw error
      onError(error, { what: 'call news', project: row.project_id, provider: row.provider })
      return row.tries >= mostTries
    }
  }

  const putOff = ({ id, tries }: NewsRow): Step<void> => news.putOff(id, tries + 1, clock.now() + againMs)

  return async (rows: readonly NewsRow[]): Promise<void> => {
    const pieces = rows.flatMap((row) => piecesOf(row, parts.providerOf(row.provider)))
    const again = new Set<number>()
    for (let at = 0; at < pieces.length; at += together) {
      const heard = new Map<number, Heard>()
      await db.transaction(function* () {
        heard.clear()
        for (const piece of pieces.slice(at, at + together)) {
          const { row, isLast } = piece
          if (!(yield* hear(piece, heardIn(heard, row.project_id)))) again.add(row.id)
          if (isLast) yield* again.has(row.id) ? putOff(row) : news.remove(row.id)
        }
      }, 'later')
      for (const [project, of] of heard) parts.heard(project, of)
    }
  }
}

function heardIn(all: Map<number, Heard>, project: number): Heard {
  const heard = all.get(project) ?? { clients: new Set(), calls: new Set() }
  all.set(project, heard)
  return heard
}

function piecesOf(row: NewsRow, provider: TelephonyProvider | undefined): readonly Piece[] {
  const reports = reportsOf(row, provider)
  if (!reports.length) return [{ row, report: undefined, isLast: true }]
  return reports.map((report, at) => ({ row, report, isLast: at === reports.length - 1 }))
}

function reportsOf({ kind, body }: NewsRow, provider: TelephonyProvider | undefined): readonly Report[] {
  const said: unknown = JSON.parse(body)
  if (kind === 'status') return provider?.told?.status(said) ?? []
  const digit = provider?.told?.digit(said)
  return digit ? [digit] : []
}
