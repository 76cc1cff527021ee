import { failure } from '../errors.ts'
import type { Look } from './every-request.ts'

/** Limits of the address (reliability-promises, P7.4). Headers are limited by Node itself, bodies in body.ts. */
export const longestAddress = 8192
export const mostParameters = 1000

export const limitAddress: Look = (req) => {
  if (req.url.length > longestAddress) throw failure('address-too-long')
  if (count(req.url, '&') >= mostParameters) throw failure('bad-request', `More than ${mostParameters} parameters.`)
}

/** Parameters of the query by name; of repeated ones the last counts (P7.3). There is no nested syntax. */
export function readQuery(text: string | undefined): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  if (!text) return values
  if (/[%+]/.test(text)) for (const [name, value] of new URLSearchParams(text)) values[name] = value
  else for (const pair of text.split('&')) readPlain(pair, values)
  return values
}

/** Where nothing is escaped, as on the hottest paths. */
function readPlain(pair: string, values: Record<string, string>): void {
  if (pair === '') return
  const at = pair.indexOf('=')
  if (at === -1) values[pair] = ''
  else values[pair.slice(0, at)] = pair.slice(at + 1)
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found++
  return found
}
