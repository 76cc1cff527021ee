import Database from 'better-sqlite3'

/** Where a test may have something go wrong (reliability-promises, section 17). */
export const faultPoints = ['storage.write', 'send.before', 'send.after'] as const
export type FaultPoint = (typeof faultPoints)[number]

export interface PlannedFault {
  readonly point: FaultPoint
  /** At which passage of the point from now on: 1 is the next. */
  readonly number: number
  /** An exception, or the end of the process without a word. */
  readonly does: 'fail' | 'kill'
  /** Also at every passage after that. */
  readonly lasts: boolean
}

export interface Faults {
  /** Somebody comes by that point; throws where a fault is planned for it. */
  pass(point: FaultPoint): void
  plan(fault: PlannedFault): void
  /** Plans nothing any more. */
  clear(): void
  /** How often each point was passed. */
  passed(): Readonly<Record<FaultPoint, number>>
}

export function createFaults(kill: () => void = () => void process.kill(process.pid, 'SIGKILL')): Faults {
  const passed: Record<FaultPoint, number> = { 'storage.write': 0, 'send.before': 0, 'send.after': 0 }
  let planned: (PlannedFault & { readonly from: number })[] = []
  return {
    pass(point) {
      const number = ++passed[point]
      const fault = planned.find((each) => each.point === point && (each.lasts ? number >= each.from : number === each.from))
      if (!fault) return
      if (fault.does === 'kill') kill()
      throw point === 'storage.write'
        ? new Database.SqliteError('a fault that a test planned', 'SQLITE_IOERR')
        : new Error(`A fault that a test planned: ${point}.`)
    },
    plan: (fault) => void planned.push({ ...fault, from: passed[fault.point] + fault.number }),
    clear: () => void (planned = []),
    passed: () => ({ ...passed }),
  }
}
