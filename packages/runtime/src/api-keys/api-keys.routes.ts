import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/api-keys.ts`. */
export const apiKeyRoutes: readonly Route[] = [
  answer(contract.listApiKeys, async ({ projectId }, { apiKeys }) => ({ keys: await apiKeys.list(projectId) })),
  answer(contract.createApiKey, ({ projectId, ...asked }, { apiKeys }, actor) => apiKeys.create(actor, projectId, asked)),
  answer(contract.renameApiKey, ({ projectId, key, name }, { apiKeys }, actor) => apiKeys.rename(actor, projectId, key, name)),
  answer(contract.revokeApiKey, async ({ projectId, key }, { apiKeys }, actor) => {
    await apiKeys.revoke(actor, projectId, key)
    return ok
  }),
]
