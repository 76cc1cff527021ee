import { addDaysTo, freeStarts, hasFreeStart, standardStep, type Wanted } from '@voronka/functions'
import type { Step } from '@voronka/flow/engine'
import { dayKey, type BookingsStore, type Occupied, type Sight } from './bookings.store.ts'
import type { BranchesStore, Offer, ServiceRow, Worker } from './branches.store.ts'
import { localClock, type LocalClock } from './local-clock.ts'

/** Who asks, and when. */
export interface Asking {
  readonly project: number
  /** The project's zone: that of its branches, where they have none of their own. */
  readonly zone: string
  readonly test: number
  /** On the clock of whoever asks: a test person's may be ahead of the real one. */
  readonly now: number
  readonly clock: number
}

export const sightOf = ({ project, test, clock }: Asking): Sight => ({ project, test, clock })

export const clockOf = ({ branch }: Offer, { now, zone }: Asking): LocalClock => localClock(now, branch.timezone ?? zone)

/** The services of a list, in its order; undefined: one of them is not of the branch, or not active. */
export function chosenServices({ services }: Offer, ids: readonly number[]): readonly ServiceRow[] | undefined {
  const chosen = ids.flatMap((id) => services.find((service) => service.id === id && service.active) ?? [])
  return ids.length > 0 && chosen.length === ids.length ? chosen : undefined
}

/** How long the visit is, and whether several clients may begin it together (booking, sections 5.1 and 5.5). */
export function wantedOf(services: readonly ServiceRow[], duration?: number): Wanted {
  const [only] = services
  const group = services.length === 1 && only && only.capacity > 1 ? { service: only.id, capacity: only.capacity } : undefined
  return { duration: duration ?? services.reduce((sum, service) => sum + service.duration, 0), ...(group && { group }) }
}

/** Active employees who render all of them; with `employee`, at most that one (section 5.2). */
export const candidatesOf = ({ workers }: Offer, services: readonly ServiceRow[], employee: number | undefined): readonly Worker[] =>
  workers.filter(
    ({ row, services: rendered }) =>
      row.active === 1 && (employee === undefined || row.id === employee) && services.every(({ id }) => rendered.has(id)),
  )

/** Later than this a visit may begin on that day; undefined: the day is over. */
export const afterOf = (day: string, { today, minute }: LocalClock, notice = 0): number | undefined => {
  if (day < today) return undefined
  const earliest = minute + notice
  const days = Math.floor(earliest / 1440)
  const first = addDaysTo(today, days)
  if (day < first) return undefined
  return day === first ? earliest % 1440 : -1
}

export interface Search {
  readonly branch: number
  readonly services: readonly number[]
  readonly employee: number | undefined
  /** Minutes that have to be left before the visit begins. */
  readonly notice?: number
  /** What does not count as taken. */
  readonly but?: { readonly booking?: number; readonly hold?: string }
  /** Of the visit, where it is not that of its services. */
  readonly duration?: number
}

/** Free times of a branch (section 5), read from the database. */
export function slotSearch(branches: BranchesStore, bookings: BookingsStore) {
  function* opened(asking: Asking, search: Search, from: string, days: number) {
    const offer = yield* branches.offer(asking.project, search.branch, from, days)
    const services = offer && chosenServices(offer, search.services)
    if (!offer || !services) return undefined
    const workers = candidatesOf(offer, services, search.employee)
    return workers.length ? { offer, workers, wanted: wantedOf(services, search.duration) } : undefined
  }

  const busyOf = (occupied: Occupied, { calendar }: Worker, day: string) => occupied.get(dayKey(calendar, day)) ?? []

  return {
    *times(asking: Asking, search: Search, day: string, step: number): Step<readonly number[]> {
      const found = yield* opened(asking, search, day, 1)
      if (!found) return []
      const after = afterOf(day, clockOf(found.offer, asking), search.notice)
      if (after === undefined) return []
      const occupied = yield* bookings.occupied(sightOf(asking), day, day, search.but)
      const { workers, wanted } = found
      const starts = workers.flatMap((worker) => freeStarts(worker.pieces(day), busyOf(occupied, worker, day), wanted, { step, after }))
      return [...new Set(starts)].toSorted((a, b) => a - b)
    },

    /** Days from today on, `days` of them, with at least one time on the usual grid (section 5.4). */
    *dates(asking: Asking, search: Search, days: number): Step<readonly string[]> {
      const span = Math.min(days, mostDays)
      if (span <= 0) return []
      const branch = yield* branches.find(asking.project, search.branch)
      if (!branch) return []
      const { today } = localClock(asking.now, branch.timezone ?? asking.zone)
      const found = yield* opened(asking, search, today, span)
      if (!found) return []
      const { offer, workers, wanted } = found
      const clock = clockOf(offer, asking)
      const has = (day: string, worker: Worker, occupied: Occupied): boolean => {
        const after = afterOf(day, clock, search.notice)
        if (after === undefined) return false
        return hasFreeStart(worker.pieces(day), busyOf(occupied, worker, day), wanted, { step: standardStep, after })
      }
      const all = Array.from({ length: span }, (_, index) => addDaysTo(today, index))
      const free = new Set<string>()
      // Mostly the first few have time on every day: what the others do is read only for days on which those have none.
      for (let from = 0, next = few; from < workers.length; from = next, next *= 4) {
        const looked = workers.slice(from, next)
        const open = all.filter((day) => !free.has(day))
        const [first, last] = [open[0], open.at(-1)]
        if (first === undefined || last === undefined) break
        const calendars = looked.map(({ calendar }) => calendar)
        const occupied = yield* bookings.occupied(sightOf(asking), first, last, search.but, calendars)
        for (const day of open) if (looked.some((worker) => has(day, worker, occupied))) free.add(day)
      }
      return all.filter((day) => free.has(day))
    },
  }
}

export type SlotSearch = ReturnType<typeof slotSearch>

const mostDays = 3660
const few = 2
