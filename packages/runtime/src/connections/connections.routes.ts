import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/connections.ts`. */
export const connectionRoutes: readonly Route[] = [
  answer(contract.listConnections, async ({ projectId }, { connections }) => ({ connections: await connections.list(projectId) })),
  answer(contract.createConnection, ({ projectId, ...asked }, { connections }, actor) => connections.create(actor, projectId, asked)),
  answer(contract.changeConnection, ({ projectId, connection, ...asked }, { connections }, actor) =>
    connections.change(actor, projectId, connection, asked),
  ),
  answer(contract.checkConnection, ({ projectId, connection }, { connections }) => connections.check(projectId, connection)),
  answer(contract.removeConnection, async ({ projectId, connection }, { connections }, actor) => {
    await connections.remove(actor, projectId, connection)
    return ok
  }),
]
