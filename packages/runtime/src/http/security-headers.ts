import type { Look } from './every-request.ts'

/** What every answer carries (reliability-promises, P10.4). */
const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}

/** Pictures and sounds of messages may lie anywhere; code and everything else comes from here. */
const policy = (own: string, frames = "'none'"): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    own,
    "img-src 'self' data: blob: http: https:",
    "media-src 'self' http: https:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames}`,
  ].join('; ')

/** The script editor and the canvas write style rules of their own while they run; scripts never. */
export const builderPolicy = policy("style-src 'self' 'unsafe-inline'")

/** The chat may stand in frames of the sites that its owner names, of any when he names none, and of the builder, which shows a preview. */
export const chatPolicy = (sites: readonly string[]): string =>
  policy("style-src 'self'", sites.length ? ["'self'", ...sites].join(' ') : '*')
/** A page that only the builder shows in a frame. */
export const previewPolicy = policy("style-src 'self'", "'self'")

/** The booking page may stand in frames of the sites that its branch names, and of the builder, which shows a preview. */
export const bookPolicy = (domains: readonly string[]): string => policy("style-src 'self'", ["'self'", ...domains].join(' '))

/** For what is data and no page. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

const headers = new Map(Object.entries({ ...common, 'Content-Security-Policy': dataPolicy }))

export const securityHeaders: Look = (_req, res) => void res.setHeaders(headers)
