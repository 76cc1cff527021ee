import type { RequestHandler } from 'express'
import { failure } from '../errors.ts'

/** Limits of the address (reliability-promises, P7.4). Headers are limited by Node itself, bodies in body.ts. */
export const longestAddress = 8192
export const mostParameters = 1000

export const limitAddress: RequestHandler = (req, _res, next) => {
  if (req.url.length > longestAddress) throw failure('address-too-long')
  if (count(req.url, '&') >= mostParameters) throw failure('bad-request', `More than ${mostParameters} parameters.`)
  next()
}

/** Parameters of the query by name; of repeated ones the last counts (P7.3). There is no nested syntax. */
export function readQuery(text: string | undefined): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text ?? '')) values[name] = value
  return values
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found++
  return found
}
