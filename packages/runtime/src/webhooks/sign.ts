import { createHmac, randomBytes } from 'node:crypto'

/** A key for signatures, in the form that libraries for signed webhooks read. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** HMAC-SHA256 of `id.timestamp.body` (reliability-promises, P5.6); `timestamp` in seconds. */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
