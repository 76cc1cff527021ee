import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/roles.ts`. */
export const roleRoutes: readonly Route[] = [
  answer(contract.listRoles, async ({ projectId }, { roles }) => ({ roles: await roles.list(projectId) })),
  answer(contract.createRole, ({ projectId, ...role }, { roles }, actor) => roles.create(actor, projectId, role)),
  answer(contract.updateRole, ({ projectId, role, ...set }, { roles }, actor) => roles.update(actor, projectId, role, set)),
  answer(contract.deleteRole, async ({ projectId, role }, { roles }, actor) => {
    await roles.remove(actor, projectId, role)
    return ok
  }),
]
