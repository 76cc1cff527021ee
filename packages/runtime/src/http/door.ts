import type { Request } from 'express'
import { isIP } from 'node:net'
import type { Settings } from '../config/settings.ts'
import { failure } from '../errors.ts'

/** What is looked at before anybody is asked who he is: from where a call comes, under which name, and from whose page (reliability-promises, P8.3, P8.4, P13.1). */
export interface Door {
  /** Throws `foreign-host`: a foreign name that was made to point here is DNS rebinding. Throws `this-machine-only` when the settings close the network. */
  check(req: Request): void
  /** Throws `foreign-origin` for a writing call that a page of another site sent. Pages send `Origin` with every one, programs need not. */
  checkOrigin(req: Request, must: 'be ours' | 'be ours if there is one'): void
  /** Whether people come by https, so that cookies must never travel otherwise. */
  isSecure(req: Request): boolean
}

export function createDoor({ network, publicUrl, proxy }: Pick<Settings, 'network' | 'publicUrl' | 'proxy'>): Door {
  const publicOrigin = publicUrl === '' ? undefined : new URL(publicUrl)
  return {
    check(req) {
      if (network === 'chat' && !isFromHere(req, proxy)) throw failure('this-machine-only')
      if (!isOurs(hostOf(req), publicOrigin)) throw failure('foreign-host')
    },
    checkOrigin(req, must) {
      const { origin } = req.headers
      const unsaid = must === 'be ours' || req.headers['sec-fetch-site'] === 'cross-site'
      if (origin === undefined ? unsaid : !isSame(origin, hostOf(req), publicOrigin)) throw failure('foreign-origin')
    },
    isSecure: (req) => req.secure || publicOrigin?.protocol === 'https:',
  }
}

export const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/** The IP address of the caller; `X-Forwarded-For` counts from a configured proxy only (the `trust proxy` of Express). */
export const addressOf = (req: Request): string => (req.ip ?? '').replace(/^::ffff:(?=\d+\.)/, '')

/** From this machine, and handed on by nobody: a proxy that the settings do not know says by a header that it is one. */
export function isFromHere(req: Request, proxy: string): boolean {
  const { headers, socket } = req
  const handedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return proxy === '' ? !handedOn && isLoopback(socket.remoteAddress) : isLoopback(addressOf(req))
}

const isLoopback = (address = ''): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)

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

function isSame(origin: string, host: URL | undefined, publicOrigin: URL | undefined): boolean {
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === host?.host || new URL(origin).origin === publicOrigin?.origin
}
