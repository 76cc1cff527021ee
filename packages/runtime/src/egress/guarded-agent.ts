import { Agent, buildConnector } from 'undici'
import type { AllowedHost } from './allow-list.ts'
import { judgedAddress, type Resolver } from './judged-address.ts'

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
