import type { Request, RequestHandler, Response } from 'express'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'

/** What the build puts compressed files beside (`bin/setup.mjs`). */
const compressible = ['.js', '.css', '.svg']

/** Whether this request takes gzip. Caches on the way are told that it matters. */
export function takesGzip(req: Request, res: Response): boolean {
  res.vary('Accept-Encoding')
  return req.acceptsEncodings(['gzip', 'identity']) === 'gzip'
}

/** The file that this request gets: the compressed one beside it, for who takes that. */
export function negotiated(req: Request, res: Response, file: string): string {
  const ending = extname(file)
  if (!compressible.includes(ending) || !takesGzip(req, res) || !existsSync(`${file}.gz`)) return file
  res.set('Content-Encoding', 'gzip').type(ending)
  return `${file}.gz`
}

/** The same for a folder: stands before what gives its files. */
export const compressed =
  (folder: string): RequestHandler =>
  (req, res, next) => {
    const { path } = req
    // Names of built files; anything else is no business of ours.
    if (/^(\/[\w-][\w.-]*)+$/.test(path)) {
      const file = join(folder, path)
      if (negotiated(req, res, file) !== file) req.url = req.url.replace(path, `${path}.gz`)
    }
    next()
  }
