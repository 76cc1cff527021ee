import * as contract from '@voronka/api'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/public-keys.ts`. */
export const publicKeyRoutes: readonly Route[] = [
  answerInProject(contract.listPublicKeys, async ({ projectId }, { publicKeys }) => ({ keys: await publicKeys.list(projectId) })),
  answerInProject(contract.createPublicKey, ({ projectId, ...asked }, { publicKeys }, actor) => publicKeys.create(actor, projectId, asked)),
  answerInProject(contract.updatePublicKey, ({ projectId, key, ...asked }, { publicKeys }, actor) =>
    publicKeys.update(actor, projectId, key, asked),
  ),
  answerInProject(contract.deletePublicKey, async ({ projectId, key }, { publicKeys }, actor) => {
    await publicKeys.remove(actor, projectId, key)
    return ok
  }),
]
