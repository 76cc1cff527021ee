import type { Request, Response } from 'express'
import type { Session } from '../accounts/sessions.store.ts'
import type { Actor } from './actor.ts'

/** What a handler needs to know of the request itself, beyond its input: only sign-in, sign-out and the like do. */
export interface Call {
  /** The IP address of the caller, as a proxy told it when one is configured. */
  readonly address: string
  readonly browser: string
  /** The session that the cookie named. */
  readonly session: Session | undefined
  /** Its id, as the cookie carries it; empty: none. */
  readonly cookie: string
  /** Sets the cookie of a new session, or takes the cookie away. */
  setSession(cookie: string | null): void
}

/** What the guard found out about a request, for what comes after it. */
export interface Recognised {
  /** The address of the route that the guard belongs to. */
  readonly path: string
  readonly actor: Actor
  readonly call: Call
  /** Asks anew whether he may still do this: for answers that last, such as a stream. Undefined: no longer. */
  again(): Promise<Actor | undefined>
}

const recognised = new WeakMap<Request, Recognised>()

export const remember = (req: Request, found: Recognised): void => void recognised.set(req, found)

/** Whether a guard has let this request pass: of addresses that lie within each other (`/orders/views`, `/orders/:order`) only the exact one's is asked. */
export const isRecognised = (req: Request): boolean => recognised.has(req)

/** Throws when no guard stood before the route, or that of another one: what was not guarded is not answered. */
export function recognisedOf(req: Request): Recognised {
  const found = recognised.get(req)
  if (!found || found.path !== req.route?.path) throw new Error(`No guard of its own stood before ${req.method} ${req.route?.path}.`)
  return found
}

export const actorOf = (req: Request): Actor => recognisedOf(req).actor

const sessionCookie = 'voronka_session'
const monthSeconds = 30 * 24 * 3600

export function readSessionCookie({ headers }: Request): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (part.slice(0, at).trim() === sessionCookie) return part.slice(at + 1).trim()
  }
  return undefined
}

/** `HttpOnly`, `SameSite=Lax`, and `Secure` where people come by https (reliability-promises, P8.5). */
export function setSessionCookie(res: Response, cookie: string | null, secure: boolean): void {
  const lasts = cookie === null ? 0 : monthSeconds
  res.append('Set-Cookie', `${sessionCookie}=${cookie ?? ''}; Path=/; Max-Age=${lasts}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`)
}
