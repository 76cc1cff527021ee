import { daysInMonth, instant } from '@voronka/calculator'
import type { PublicCall } from './action.ts'
import { malformed } from './refused.ts'
import { zoneOf } from './zone.ts'

/** Further ahead nothing is planned. */
const longestSeconds = 10 * 366 * 86_400

/** When something is to happen: `time_shift` seconds from now, else `send_time` on the project's clock; undefined: at once (http-api, section 1.3). */
export async function plannedMoment(call: PublicCall): Promise<number | undefined> {
  const { params, installation } = call
  const now = installation.clock.now()
  const shift = params.number('time_shift')
  if (shift !== undefined) {
    if (shift > longestSeconds) throw malformed('time_shift', 'too far ahead')
    return shift > 0 ? now + Math.round(shift * 1000) : undefined
  }
  const written = params.text('send_time')
  if (written === undefined) return undefined
  const moment = readMoment(written, await zoneOf(call))
  if (moment === undefined || moment > now + longestSeconds * 1000) throw malformed('send_time', 'must be YYYY-MM-DD HH:MM:SS')
  return moment > now ? moment : undefined
}

function readMoment(text: string, zone: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/.exec(text.trim())
  const [year, month, day, hour, minute, second = 0] = (found ?? []).slice(1).map((part = '0') => Number(part))
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return undefined
  return instant({ year, month, day, hour, minute, second, hasSeconds: true }, zone)
}
