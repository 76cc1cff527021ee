import type { AllowedHostsOf } from '../egress/allowed-hosts.ts'
import type { Egress, EgressAnswer } from '../egress/egress.ts'
import type { SendOutcome, Sender } from '../outbox/sender.ts'
import type { WorkContext } from '../worker/context.ts'
import { signature } from './sign.ts'
import { placeOfSecret, webhookOfQueue } from './webhook-queue.ts'

const timeoutMs = 10_000

export interface WebhookTools {
  readonly context: Pick<WorkContext, 'db' | 'secrets' | 'webhooks'>
  readonly egress: Egress
  readonly allowedHosts: AllowedHostsOf
}

/** Posts to an address of a project: signed, in order for each client, following no redirect (http-api, section 9; reliability-promises, P5.6). */
export function webhookSender({ context: { db, secrets, webhooks }, egress, allowedHosts }: WebhookTools): Sender {
  return {
    kind: 'webhook',
    atOnce: 4,
    longestMs: timeoutMs,
    async send({ project, queue, key, message: body, now }) {
      const row = await db.transaction(() => webhooks.find(project, webhookOfQueue(queue)))
      if (!row?.enabled) return { kind: 'refused', reason: 'switched-off' }
      const timestamp = Math.floor(now / 1000)
      const secret = secrets.open(row.secret, placeOfSecret(project, row.id))
      const answer = await egress.send({
        method: 'POST',
        url: row.url,
        headers: [
          ['Content-Type', 'application/json; charset=utf-8'],
          ['Idempotency-Key', key],
          ['webhook-id', key],
          ['webhook-timestamp', String(timestamp)],
          ['webhook-signature', signature(secret, key, timestamp, body)],
        ],
        body,
        timeoutMs,
        allowed: await allowedHosts.of(project),
        followRedirects: false,
      })
      return outcomeOf(answer, row.repeats === 1, now)
    },
  }
}

/** Anything but 2xx is a failure; whether it is tried again is the address's own setting. */
export function outcomeOf({ status, body: answer, failure, retryAfter }: EgressAnswer, repeats: boolean, now: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', id: null, status, answer }
  const reason = failure ?? `HTTP ${status}`
  const told = { reason, status, answer }
  if (!repeats || failure === 'bad-request') return { kind: 'refused', ...told }
  const afterMs = status === 429 || status === 503 ? waitOf(retryAfter, now) : undefined
  return afterMs === undefined ? { kind: 'failed', ...told } : { kind: 'later', afterMs, ...told }
}

/** `Retry-After`: seconds, or a moment. */
function waitOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * 1000
  const moment = Date.parse(retryAfter)
  return Number.isNaN(moment) ? undefined : Math.max(moment - now, 0)
}
