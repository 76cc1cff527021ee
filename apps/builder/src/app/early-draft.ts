import { getDraft } from '@voronka/api'
import type { Project } from '@voronka/flow'
import { call } from './call.ts'
import { queries } from './query-client.ts'
import { rightsOf } from './rights.ts'
import { meQuery } from './session.ts'

interface Draft {
  readonly revision: number
  readonly project: Project
}

/** Asked for and not yet opened. */
const early = new Map<number, Promise<Draft | undefined>>()

/** Asks for the draft of a project that is about to be opened while the code of the editor is still on its way; only for who may see it. */
export function askDraftEarly(projectId: number): void {
  if (early.has(projectId)) return
  const ask = async () => {
    const me = await queries.ensureQueryData(meQuery)
    const mine = me.projects.find(({ id }) => id === projectId)
    return mine && rightsOf(mine.permissions).may('funnel') ? call(getDraft, { projectId }) : undefined
  }
  early.set(
    projectId,
    ask().catch(() => undefined),
  )
}

/** What was asked for early, if anything was; given out once, since the next who opens it wants it as it is then. */
export function takeEarlyDraft(projectId: number): Promise<Draft | undefined> | undefined {
  const asked = early.get(projectId)
  early.delete(projectId)
  return asked
}
