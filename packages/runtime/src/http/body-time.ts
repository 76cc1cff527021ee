import type { RequestHandler } from 'express'

/** Of any request, uploads too; then it is cut by the server itself. */
export const longestRequestMs = 600_000

/**
 * Closes a connection whose body has not come whole within 30 s (reliability-promises, P7.7). An upload may take longer on a slow line: its reader
 * ends it when nothing more comes (`receiveFile`).
 */
export const endSlowBodies =
  (ms = 30_000): RequestHandler =>
  (req, _res, next) => {
    if (req.complete || req.method === 'GET' || req.is('multipart/form-data')) return next()
    const timer = setTimeout(() => req.complete || req.destroy(), ms)
    const stop = () => clearTimeout(timer)
    req.once('end', stop).once('close', stop)
    next()
  }
