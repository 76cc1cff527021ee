import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'
import { tryRequest } from './try-request.ts'

/** Every endpoint of `packages/api/src/egress.ts`. */
export const egressRoutes: readonly Route[] = [
  answer(contract.tryRequest, async ({ projectId, request, variables }, installation) => {
    await installation.projects.find(projectId)
    return tryRequest(installation, projectId, request, variables)
  }),
  answer(contract.getAllowedHosts, async ({ projectId }, { projects, allowedHosts }) => {
    await projects.find(projectId)
    return allowedHosts.shown(projectId)
  }),
  answer(contract.setAllowedHosts, async ({ project, hosts }, { projects, allowedHosts }, actor) => {
    const { name } = await projects.find(project)
    return allowedHosts.change(actor, project, name, hosts)
  }),
]
