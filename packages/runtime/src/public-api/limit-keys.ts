import type { Request } from 'express'
import type { Settings } from '../config/settings.ts'
import { isFromHere } from '../http/door.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import type { Installation } from '../installation.ts'
import { TooOften } from './refused.ts'

/** Throws where a key calls from another machine more often than it may (reliability-promises, section 15). */
export type LimitKeys = (req: Request, key: number, action: string) => void

/** The reference lets it be called as often as one likes (http-api). */
const unlimited = 'save_variables'

export function limitKeys({ clock }: Installation, { apiRate, proxy }: Settings): LimitKeys {
  const limit = createRateLimit({ perSecond: apiRate, burst: 4 * apiRate })
  return (req, key, action) => {
    if (apiRate === 0 || action === unlimited || isFromHere(req, proxy)) return
    const seconds = limit.take(String(key), clock.now())
    if (seconds > 0) throw new TooOften(seconds)
  }
}
