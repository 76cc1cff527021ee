import express, { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import { failure } from '../errors.ts'
import type { VirtualClock } from '../worker/clocks.ts'
import { faultPoints, type Faults } from './fault-points.ts'

interface World {
  readonly clock: VirtualClock
  readonly faults: Faults
  /** Addresses by host name. */
  readonly names: Map<string, readonly string[]>
  seed(seed: number): void
  /** Until all work is done. */
  settle(): Promise<void>
}

const moment = z.union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])

/** `set`: the clock jumps there, also back; `advance`: time goes on by so many milliseconds, with everything that is due on the way, in order. */
const clockSchema = z.union([z.object({ set: moment }), z.object({ advance: z.int().nonnegative() })])
const randomSchema = z.object({ seed: z.int() })
/** `storage.write:17` is the 17th from now on; without a number it is the next. */
const faultSchema = z.object({
  fault: z.templateLiteral([z.enum(faultPoints), z.string().regex(/^(:[1-9]\d{0,8})?$/)]),
  does: z.enum(['fail', 'kill']).default('fail'),
  lasts: z.boolean().default(false),
})
const resolverSchema = z.object({ host: z.string().min(1), addresses: z.array(z.string()) })

/** How a test moves the world of a server in test mode; docs/testing.md. */
export function testModeRoutes({ clock, faults, names, seed, settle }: World): Router {
  const router = Router()
  const on = (path: string, work: (body: unknown) => void | Promise<void>): void => {
    const handler: RequestHandler = async (req, res) => {
      // A page of somebody else cannot post JSON here.
      if (!req.is('application/json')) throw failure('wrong-content-type')
      await work(req.body)
      res.json(state())
    }
    router.post(path, express.json(), handler)
  }
  const state = () => ({ now: new Date(clock.now()).toISOString(), passed: faults.passed() })

  router.get('/test', (_req, res) => void res.json(state()))
  on('/test/clock', async (body) => {
    const asked = read(clockSchema, body)
    if ('set' in asked) await clock.jumpTo(asked.set, settle)
    else await clock.advanceTo(clock.now() + asked.advance, settle)
  })
  on('/test/random', (body) => seed(read(randomSchema, body).seed))
  on('/test/faults', (body) => {
    const { fault, does, lasts } = read(faultSchema, body)
    const [name, number = '1'] = fault.split(':')
    const point = faultPoints.find((each) => each === name)
    if (point) faults.plan({ point, number: Number(number), does, lasts })
  })
  router.delete('/test/faults', (_req, res) => {
    faults.clear()
    res.json(state())
  })
  on('/test/resolver', (body) => {
    const { host, addresses } = read(resolverSchema, body)
    names.set(host.toLowerCase(), addresses)
  })
  return router
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body)
  if (!result.success) throw failure('bad-request', z.prettifyError(result.error))
  return result.data
}
