import type { Endpoint, ReadInput } from '@voronka/api'
import type { Router } from 'express'
import type { Installation } from '../installation.ts'
import { failureWith } from '../errors.ts'
import type { Actor } from './actor.ts'
import { recognisedOf, type Call } from './call.ts'
import { answeredOnce } from './idempotency.ts'

/** One file of a feature's routes: adds itself to the router. */
export type Route = (router: Router, installation: Installation) => void

/**
 * Joins an endpoint of the contract to the code that answers it. Input is read once, here; what is wrong with it is told field by field. Express 5
 * hands a rejected promise to the error handler, so no route needs a `try`.
 */
export const answer =
  <In, Out>(
    endpoint: Endpoint<In, Out>,
    handle: (input: In, installation: Installation, actor: Actor, call: Call) => Promise<Out>,
  ): Route =>
  (router, installation) => {
    router[endpoint.method](endpoint.path, async (req, res) => {
      const input = accepted(endpoint.read({ params: req.params, query: req.query, body: req.body }))
      const { actor, call } = recognisedOf(req)
      const work = () => handle(input, installation, actor, call)
      const once = answeredOnce(endpoint, req, res, { installation, actor }, work)
      if (once) res.type('json').send(await once)
      else res.json(await work())
    })
  }

/** What was read, or the failure that names each bad field. */
export function accepted<In>(read: ReadInput<In>): In {
  if (read.ok) return read.input
  const [first] = read.problems
  const message = first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'The request cannot be read.'
  throw failureWith('bad-request', { problems: read.problems }, message)
}
