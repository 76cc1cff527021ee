import { isSecretHeader } from '@voronka/flow/engine'
import { egressLimits } from './egress-limits.ts'
import type { Exchange } from './egress.ts'

/** One request on its way; a redirect leads to another. */
export interface Hop {
  readonly method: string
  readonly url: URL
  readonly headers: ReadonlyMap<string, string>
  readonly body: string | Uint8Array | null
}

/** Ours to say; a script that could would speak for the connection, not for itself. */
const ours = /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|expect|te|trailer|proxy-.*|accept-encoding)$/i
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

/** Undefined: it cannot be sent as it is. */
export function firstHop({ method, url: text, headers, body }: Exchange): Hop | undefined {
  const url = text.length <= egressLimits.urlLength && URL.canParse(text) ? new URL(text) : undefined
  if (!url || !isWeb(url)) return undefined
  const sent = new Map<string, string>([['user-agent', 'Voronka']])
  if (url.username || url.password) sent.set('authorization', basic(url))
  for (const [name, value] of headers) {
    if (!token.test(name) || !headerValue.test(value)) return undefined
    if (!ours.test(name)) sent.set(name.toLowerCase(), value)
  }
  url.username = ''
  url.password = ''
  return { method, url, headers: sent, body }
}

const isWeb = ({ protocol, hostname }: URL): boolean => (protocol === 'http:' || protocol === 'https:') && hostname !== ''

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`

/** Where an answer sends us on; undefined: it is the answer itself. */
export function redirected({ method, url, headers, body }: Hop, status: number, location: string): Hop | 'nowhere' | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  if (!URL.canParse(location, url.href)) return 'nowhere'
  const target = new URL(location, url)
  if (!isWeb(target)) return 'nowhere'
  target.username = ''
  target.password = ''
  // As browsers do: after 303 everything is asked for, after 301 and 302 what was posted.
  const becomesGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST'
  const kept = Array.from(headers).filter(
    ([name]) => (target.origin === url.origin || !isSecretHeader(name)) && !(becomesGet && name.startsWith('content-')),
  )
  return { method: becomesGet ? 'GET' : method, url: target, headers: new Map(kept), body: becomesGet ? null : body }
}
