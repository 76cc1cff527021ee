import { instant, localMoment, type Moment } from '@voronka/calculator'

/** A wall-clock reading together with the instant it stands for; that is what formats are written from. */
export interface MomentInZone {
  readonly moment: Moment
  readonly microseconds: number
  /** Milliseconds since 1970 UTC. */
  readonly instant: number
  readonly zone: string
}

export function momentAt(ms: number, zone: string): MomentInZone {
  const moment = localMoment(ms, zone)
  return { moment, microseconds: moment.millisecond * 1000, instant: ms, zone }
}

export function momentOnClock(moment: Moment, microseconds: number, zone: string): MomentInZone {
  return { moment, microseconds, instant: instant(moment, zone), zone }
}
