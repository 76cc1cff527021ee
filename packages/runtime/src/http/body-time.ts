import type { Look } from './every-request.ts'

/** Of any request, uploads too; then it is cut by the server itself. */
export const longestRequestMs = 600_000

/**
 * Closes a connection whose body has not come whole within 30 s (reliability-promises, P7.7). An upload may take longer on a slow line: its reader
 * ends it when nothing more comes (`receiveFile`).
 */
export const endSlowBodies =
  (ms = 30_000): Look =>
  (req) => {
    if (req.complete || req.method === 'GET' || isUpload(req.headers['content-type'])) return
    const timer = setTimeout(() => req.complete || req.destroy(), ms)
    req.on('close', () => clearTimeout(timer))
  }

const isUpload = (type = ''): boolean => /^multipart\/form-data\b/i.test(type)
