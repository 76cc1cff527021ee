/**
 * Free times (booking, section 5): minutes of one wall-clock day, and nothing else. Days, zones, and who is asked about are the callers' affair, so that
 * the editor's examples and the runtime find the same.
 */

/** From (inclusive) to (exclusive), minutes since midnight. */
export type Span = readonly [from: number, to: number]

/** What takes up time. `service`: the only service of that visit; null when it has several, or nobody knows. */
export interface Busy {
  readonly from: number
  readonly to: number
  readonly service: number | null
}

/** What is looked for. */
export interface Wanted {
  /** Minutes: the sum of its services. */
  readonly duration: number
  /** One group service alone, which several clients may begin together (section 5.5). */
  readonly group?: { readonly service: number; readonly capacity: number } | undefined
}

export const standardStep = 30
export const standardDays = 14

/** Working intervals of a day without the breaks: each piece is an interval of its own, with a grid of its own (section 5.3). */
export function piecesOf(hours: readonly Span[], breaks: readonly Span[]): Span[] {
  return hours.flatMap((interval) =>
    breaks.reduce<readonly Span[]>((pieces, pause) => pieces.flatMap((piece) => without(piece, pause)), [interval]),
  )
}

function without([from, to]: Span, [start, end]: Span): Span[] {
  if (end <= from || start >= to) return [[from, to]]
  const left: Span[] = start > from ? [[from, start]] : []
  return end < to ? [...left, [end, to]] : left
}

/** The starts of one employee, in order: on the grid of each piece, later than `after`, and free. */
export function freeStarts(
  pieces: readonly Span[],
  busy: readonly Busy[],
  wanted: Wanted,
  { step, after = -1 }: { step: number; after?: number | undefined },
): number[] {
  const starts = new Set<number>()
  for (const start of candidates(pieces, wanted.duration, step, after)) if (isFree(busy, start, wanted)) starts.add(start)
  return [...starts].toSorted((a, b) => a - b)
}

/** The same, when only one has to be found. */
export function hasFreeStart(
  pieces: readonly Span[],
  busy: readonly Busy[],
  wanted: Wanted,
  { step, after = -1 }: { step: number; after?: number | undefined },
): boolean {
  for (const start of candidates(pieces, wanted.duration, step, after)) if (isFree(busy, start, wanted)) return true
  return false
}

function* candidates(pieces: readonly Span[], duration: number, step: number, after: number): Generator<number> {
  for (const [from, to] of pieces) {
    // Nothing before `after` is looked at one by one: a long day with a fine grid, late in the evening.
    const first = after < from ? from : from + (Math.floor((after - from) / step) + 1) * step
    for (let start = first; start + duration <= to; start += step) yield start
  }
}

/** Whether nothing stands in the way of a visit at `start` (half-open, so one may begin the minute another ends). */
export function isFree(busy: readonly Busy[], start: number, { duration, group }: Wanted): boolean {
  let together = 0
  for (const { from, to, service } of busy) {
    if (from >= start + duration || to <= start) continue
    if (!group || from !== start || service !== group.service || ++together >= group.capacity) return false
  }
  return true
}

/** Whether somebody who works these pieces works through the whole visit, wherever it begins: pieces that touch are one. */
export function worksThrough(pieces: readonly Span[], start: number, duration: number): boolean {
  let until = start
  for (const [from, to] of pieces.toSorted(([a], [b]) => a - b)) if (from <= until && to > until) until = to
  return until >= start + duration && until > start
}

/** `DD.MM.YYYY`, of the day single digits too, as `YYYY-MM-DD`. Undefined: there is no such day, or it is written otherwise. */
export function readDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(written) ? written : undefined
}

export const writeDay = (day: string): string => day.split('-').toReversed().join('.')

/** `HH:MM`, of the hour single digits too, as minutes. Undefined: there is no such time. */
export function readClock(text: string): number | undefined {
  const [, hour, minute] = /^\s*(\d{1,2}):([0-5]\d)\s*$/.exec(text) ?? []
  return hour === undefined || Number(hour) > 23 ? undefined : Number(hour) * 60 + Number(minute)
}

/** The end of a day is `24:00`. */
export const writeClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const dayMs = 86_400_000

export const addDaysTo = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** 1 Monday ... 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
