import { writeJson } from '@voronka/calculator'
import { drive } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { requestId } from '../http/request-log.ts'
import type { Installation } from '../installation.ts'
import { allActions } from './actions/all.ts'
import { answeredOnceTo } from '../http/idempotency.ts'
import type { PublicAction } from './action.ts'
import { readParameters, UnreadableRequest } from '../http/read-parameters.ts'
import type { LimitKeys } from './limit-keys.ts'
import { Parameters } from './parameters.ts'
import type { ShownKey } from './public-keys.store.ts'
import { accessDenied, fail, unknownMethod, wrongKey } from './refused.ts'
import { withNames } from './webhook-names.ts'

const actions: ReadonlyMap<string, PublicAction> = new Map(allActions.map((action) => [action.name, action]))

/** One call: whose key it is, whether it may do this, what it says, and the answer of the action (http-api, section 1). */
export async function answerCall(installation: Installation, req: Request, res: Response, limit: LimitKeys): Promise<object> {
  const { key: secret = '', action: name = '' } = Object.fromEntries(
    Object.entries(req.params).map(([param, value]) => [param, String(value)]),
  )
  const key = await presented(installation, secret)
  // Whatever it is refused for, its body is read: so the connection serves the next call.
  const read = readParameters(req).then(
    ({ fields, json }) => ({ params: new Parameters(fields, json) }),
    (error: unknown) => ({ error }),
  )
  const action = actions.get(name)
  const sent = await read
  if (!key) throw wrongKey()
  limit(req, key.id, name)
  if (!action) throw unknownMethod()
  if (!key.permissions.has(action.needs)) throw accessDenied()
  if ('error' in sent) throw sent.error instanceof UnreadableRequest ? fail(sent.error.status, sent.error.message) : sent.error
  const params: Parameters = action.webhook ? withNames(sent.params, action.webhook) : sent.params
  const run = () => action.run({ params, installation, project: key.project, key, request: requestId(res) })
  if (action.needs.endsWith('.read')) return run()
  const content = () => `${name}\n${writeJson(new Map(sent.params.entries))}\n${writeJson(sent.params.body ?? null)}`
  const once = answeredOnceTo(installation, { actor: `public-key:${key.id}`, content }, req, res, run)
  return once ? (JSON.parse(await once) as object) : run()
}

async function presented({ db, clock, publicKeysStore }: Installation, secret: string): Promise<ShownKey | undefined> {
  const now = clock.now()
  const key = secret === '' ? undefined : await drive(publicKeysStore.present(secret, now))
  // When it was used last is for people to read: that it cannot be written is no reason to refuse.
  if (key?.stale) void db.transaction(() => publicKeysStore.used(key.id, now)).catch(() => undefined)
  return key
}
