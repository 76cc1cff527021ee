import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from '../worker/context.ts'
import type { PublicCall } from './action.ts'

/** The time zone of a project: of what clients run, else of the draft. */
export function* zoneOfProject({ flows }: Pick<WorkContext, 'flows'>, project: number): Step<string> {
  const flow = (yield* flows.published(project)) ?? (yield* flows.draft(project))
  return flow?.project.settings.timezone ?? 'UTC'
}

export const zoneOf = ({ installation, project }: PublicCall): Promise<string> =>
  installation.db.transaction(() => zoneOfProject(installation, project))
