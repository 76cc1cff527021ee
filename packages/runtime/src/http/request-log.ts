import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import type { Look } from './every-request.ts'
import { loggedAddress } from './logged-address.ts'

/** Different for every start, so that numbers of requests are not mixed up between two runs. */
const run = Date.now().toString(36)
let count = 0

/** Gives each request a number, which its answer carries and the log names. What was refused is logged; the rest only when asked for in detail. */
export const requestLog =
  (log: Logger): Look =>
  (req, res) => {
    const id = callersOwn(req) ?? `${run}-${(++count).toString(36)}`
    res.setHeader('X-Request-Id', id)
    const refused = log.isLevelEnabled('warn')
    const all = log.isLevelEnabled('debug')
    if (refused || all) res.on('finish', () => tell(log, req, res, all))
  }

/** A number that the caller (or a proxy) gave it, when it is one that a log can show. */
function callersOwn({ headers }: Request): string | undefined {
  const id = headers['x-request-id']
  return typeof id === 'string' && /^[\w.:-]{1,64}$/.test(id) ? id : undefined
}

/** The number of the request that is being answered. */
export const requestId = (res: Response): string => String(res.getHeader('X-Request-Id') ?? '')

function tell(log: Logger, req: Request, res: Response, all: boolean): void {
  const { statusCode: status } = res
  const facts = { request: requestId(res), method: req.method, path: loggedAddress(req.originalUrl), status, why: res.locals['failure'] }
  if (status >= 400) log.warn(facts, 'request refused')
  else if (all) log.debug(facts, 'request')
}
