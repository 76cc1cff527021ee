import type { Step } from '@voronka/flow/engine'
import { createKept } from '../db/kept.ts'
import type { Notices } from '../processes/notices.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { PublicKeysStore } from './public-keys.store.ts'

export interface MainKeys {
  /** What scripts of the project read as `#{api_key}`; empty: it has no key, or the key of the installation is another one now. */
  of(project: number): Step<string>
  seal(project: number, secret: string): string
  /** Call it after every committed change of the project's keys. */
  invalidate(project: number): void
}

const mostKept = 1000

/** Asked for with every turn and changed hardly ever. */
export function createMainKeys(keys: PublicKeysStore, secrets: Secrets, notices: Notices): MainKeys {
  const kept = createKept<number, string>(mostKept, () => notices.hears)
  const placeOf = (project: number) => `project:${project}:public-key`
  notices.hear((notice) => {
    if (notice.type === 'main-key') kept.forget(notice.project)
    if (notice.type === 'missed') kept.forgetAll()
  })

  function opened(project: number, sealed: string): string {
    try {
      return secrets.open(sealed, placeOf(project))
    } catch {
      return ''
    }
  }

  return {
    of: (project) =>
      kept.get(project, function* () {
        const key = yield* keys.main(project)
        return key ? opened(project, key.sealed) : ''
      }),
    seal: (project, secret) => secrets.seal(secret, placeOf(project)),
    invalidate(project) {
      kept.forget(project)
      notices.tell({ type: 'main-key', project })
    },
  }
}
