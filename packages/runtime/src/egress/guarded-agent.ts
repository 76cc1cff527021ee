import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { permits, type AllowedHost } from './allow-list.ts'
import { judgeAddress } from './judge-address.ts'
import { parseAddress } from './parse-address.ts'

/** All addresses of a host name. */
export type Resolver = (host: string) => Promise<readonly string[]>

export const systemResolver: Resolver = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

/** An address that must not be called. To a script it looks like one that nobody answers at. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}

const connectMs = 5000

const notConnected = new WeakSet<Error>()

/** It failed before there was a connection, so nothing was sent. */
export const wasNotConnected = (error: unknown): boolean => error instanceof Error && notConnected.has(error)

/**
 * Connects to judged addresses only. The judgement is made here, where the connection is opened: redirects and retries come by, and an answer of
 * the name service that changes between check and connection cannot matter, because there is only one look-up.
 */
export function guardedAgent(allowed: readonly AllowedHost[], resolve: Resolver): Agent {
  const connect = buildConnector({ timeout: connectMs, rejectUnauthorized: true, allowH2: false })
  return new Agent({
    maxHeaderSize: 32_768,
    keepAliveTimeout: 4000,
    connect(options, callback) {
      const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
      const connected: typeof callback = (...[error, socket]) => {
        if (error) notConnected.add(error)
        callback(...([error, socket] as Parameters<typeof callback>))
      }
      judgedAddress(options.hostname, port, allowed, resolve).then(
        // The name stays in `host`, which TLS checks the certificate against.
        (address) => connect({ ...options, hostname: address }, connected),
        (error: unknown) => connected(error instanceof Error ? error : new Error(String(error)), null),
      )
    },
  })
}

/** An address of that host that may be called. One that may not be is enough to refuse: which of them the next look-up gives nobody knows. */
export async function judgedAddress(name: string, port: number, allowed: readonly AllowedHost[], resolve: Resolver): Promise<string> {
  const host = name.replace(/^\[(.*)\]$/, '$1')
  const literal = parseAddress(host)
  const addresses = literal ? [isIP(host) ? host : Array.from(literal).join('.')] : await resolve(host)
  const [first] = addresses
  const refused = addresses.find(
    (address) => !judgeAddress(address).allowed && !allowed.some((entry) => permits(entry, host, address, port)),
  )
  if (first === undefined || refused !== undefined) throw new RefusedAddress(`${host} may not be called.`)
  return first
}
