import type { PublicCall } from './action.ts'
import { findOrMake } from './clients.ts'
import { findByPlatform, type Platform } from './platform.ts'

/** Number of whoever that messenger names so; undefined: nobody knows him. */
export const personOf = ({ installation, project }: PublicCall, { type, id, group }: Platform): Promise<number | undefined> =>
  installation.db.transaction(function* () {
    const [found] = yield* findByPlatform(installation, project, { ids: [id], types: [type], ...(group !== '' && { group }) })
    return found?.id
  })

/** The same, made on first sight. */
export const personOrNew = (
  { installation, project }: PublicCall,
  platform: Platform,
  known: { name?: string; phone?: string; email?: string },
): Promise<number> =>
  installation.db.transaction(function* () {
    return (yield* findOrMake(installation, project, platform, known)).id
  })
