import { zoneOfProject } from '../worker/project-settings.ts'
import type { PublicCall } from './action.ts'

export const zoneOf = ({ installation, project }: PublicCall): Promise<string> =>
  installation.db.transaction(() => zoneOfProject(installation, project))
