/** What stands in a column of the calendar: visits as plates, each with its place beside those that overlap it (booking, sections 2 and 5.5). */
import type { Visit } from '@voronka/api'
import { minutesOf } from './clock.ts'

export interface Plate {
  readonly key: string
  /** One, or all participants of a group. */
  readonly visits: readonly [Visit, ...Visit[]]
  readonly start: number
  readonly duration: number
  /** Place among plates that overlap: `lane` of `lanes`, from the left. */
  readonly lane: number
  readonly lanes: number
}

/** Visits of one column as plates. Those of a group service with the same start are one. */
export function platesOf(visits: readonly Visit[]): Plate[] {
  const groups = new Map<string, [Visit, ...Visit[]]>()
  for (const visit of visits) {
    const key = visit.group ? `group-${visit.employee.id}-${visit.group.service}-${visit.time}` : `visit-${visit.id}`
    const known = groups.get(key)
    if (known) known.push(visit)
    else groups.set(key, [visit])
  }
  const plates = [...groups].map(([key, members]) => ({
    key,
    visits: members,
    start: minutesOf(members[0].time),
    duration: Math.max(...members.map(({ duration }) => duration)),
  }))
  return inLanes(plates.sort((one, other) => one.start - other.start || other.duration - one.duration))
}

type Unplaced = Omit<Plate, 'lane' | 'lanes'>

function inLanes(plates: readonly Unplaced[]): Plate[] {
  const placed: Plate[] = []
  let cluster: (Unplaced & { lane: number })[] = []
  let ends: number[] = []
  const close = () => {
    placed.push(...cluster.map((plate) => ({ ...plate, lanes: ends.length })))
    cluster = []
    ends = []
  }
  for (const plate of plates) {
    if (ends.every((end) => end <= plate.start)) close()
    const free = ends.findIndex((end) => end <= plate.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = plate.start + plate.duration
    cluster.push({ ...plate, lane })
  }
  close()
  return placed
}
