import { allEndpoints } from '@voronka/api'
import { Router, type ErrorRequestHandler, type RequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import type { Settings } from '../config/settings.ts'
import { isPassing } from '../db/storage-refused.ts'
import { Failure } from '../errors.ts'
import { requestId } from '../http/request-log.ts'
import type { Installation } from '../installation.ts'
import { ChannelClosed, Overloaded } from '../worker/contract.ts'
import { answerCall } from './answer-call.ts'
import { limitKeys } from './limit-keys.ts'
import { clientNotFound, fail, Refused, TooOften } from './refused.ts'

/** First words of the application's own addresses: `/api/projects/...`. No key is one of them, since keys are long and hex. */
const ownWords = new Set([...allEndpoints.map(({ path }) => path.split('/')[2] ?? ''), 'openapi.json'])

/**
 * The project API of foreign programs, `/api/<key>/<action>` (http-api). Mount it before the application's own API, whose addresses it leaves alone. It
 * reads its own bodies, answers any page, and has errors of its own shape; nothing that a caller sends is answered with 5xx.
 */
export function publicApiRoutes(installation: Installation, settings: Settings, log: Logger, ...guards: RequestHandler[]): Router {
  const router = Router()
  const limit = limitKeys(installation, settings)
  const refuse = answerRefusal(log)
  router.all('/api/:key/:action', (req, res, next) => {
    if (ownWords.has(String(req.params['key']))) return next()
    res.setHeaders(openToAll)
    if (req.method === 'OPTIONS') return void res.status(204).end()
    if (req.method !== 'GET' && req.method !== 'POST') return refuse(fail(405, 'Use GET or POST'), req, res, next)
    through(guards, () => answerCall(installation, req, res, limit))
      .then((answer) => send(res, answer))
      .catch((error: unknown) => refuse(error, req, res, next))

    async function through(before: readonly RequestHandler[], last: () => Promise<object>): Promise<object> {
      for (const guard of before) {
        await new Promise<void>((resolve, reject) => {
          Promise.resolve(guard(req, res, (error?: unknown) => (error ? reject(error) : resolve()))).catch(reject)
        })
      }
      return last()
    }
  })
  return router
}

/** As `res.json` would, without what it looks up and reckons each time: nobody keeps these answers. */
function send(res: Response, answer: object): void {
  const text = JSON.stringify(answer)
  res.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }).end(text)
}

/** Mini-apps call from browsers, from any page. */
const openToAll = new Map([
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'GET, POST, OPTIONS'],
  ['Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key'],
  ['Access-Control-Max-Age', '86400'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cache-Control', 'no-store'],
])

function answerRefusal(log: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const told = asRefused(error)
    if (!told) log.error({ err: error, request: requestId(res) }, 'a request failed')
    if (res.headersSent) return next(error)
    const { status, body } = told ?? fail(500, 'Something went wrong')
    res.locals['failure'] = body['message'] ?? body['status']
    if (status === 503) res.setHeader('Retry-After', '1')
    if (told instanceof TooOften) res.setHeader('Retry-After', String(told.seconds))
    res.status(status).json(body)
  }
}

/** What our own code refuses, in the words of this API; undefined: nobody foresaw it. */
function asRefused(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  if (error instanceof Overloaded || isPassing(error)) return fail(503, 'Too much is waiting. Try again in a moment.')
  if (error instanceof ChannelClosed) return clientNotFound()
  if (error instanceof Failure) return error.code === 'client-not-found' ? clientNotFound() : fail(error.status, error.message)
  return undefined
}
