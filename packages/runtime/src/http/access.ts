import type { Request, RequestHandler } from 'express'
import { isIP } from 'node:net'
import type { Settings } from '../config/settings.ts'
import { failure } from '../errors.ts'

/**
 * Who may use the application's own pages and API (reliability-promises, P8.4, P13.1): while there are no accounts, this machine only, unless a
 * setting opens them. A call must name a host that is ours (a foreign name that was made to point here is DNS rebinding), and a writing
 * call that a page sends must come from our own pages.
 */
export function guardBuilder({ network, publicUrl }: Pick<Settings, 'network' | 'publicUrl'>): RequestHandler {
  const publicOrigin = publicUrl === '' ? undefined : new URL(publicUrl)
  return (req, _res, next) => {
    if (network !== 'all' && !isLocal(req)) throw failure('this-machine-only')
    const host = hostOf(req)
    if (!isOurs(host, publicOrigin)) throw failure('foreign-host')
    if (!isReading(req) && comesFromElsewhere(req, host, publicOrigin)) throw failure('foreign-origin')
    next()
  }
}

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/** From this machine and handed on by nobody: a proxy in front says that it is one. */
export function isLocal({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress ?? ''
  const loopback = address === '::1' || /^(::ffff:)?127\./.test(address)
  return loopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

/** `name:port` of the Host header as a URL reads it; undefined when it is none. */
function hostOf({ headers }: Request): URL | undefined {
  const text = `http://${headers.host ?? ''}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && url.pathname === '/' && !url.username && !url.search && !url.hash ? url : undefined
}

/** An address in digits cannot be made to point elsewhere; names must be known. */
function isOurs(host: URL | undefined, publicOrigin: URL | undefined): boolean {
  if (!host) return false
  const name = host.hostname
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === publicOrigin?.hostname
}

/** Browsers send `Origin` with every writing call; programs send none. */
function comesFromElsewhere({ headers }: Request, host: URL | undefined, publicOrigin: URL | undefined): boolean {
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  if (!URL.canParse(origin)) return true
  return new URL(origin).host !== host?.host && new URL(origin).origin !== publicOrigin?.origin
}
