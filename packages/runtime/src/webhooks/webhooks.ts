import { mostWebhooks, type Webhook } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { WorkContext } from '../worker/context.ts'
import { newSecret } from './sign.ts'
import { placeOfSecret, queueOfWebhook } from './webhook-queue.ts'
import type { WebhookRow } from './webhooks.store.ts'

export type WebhooksWork = ReturnType<typeof createWebhooksWork>

/** Addresses that a project tells of its messages, as people set them up. */
export function createWebhooksWork({ db, clock, secrets, audit, webhooks, outbox }: WorkContext) {
  function* found(project: number, id: number): Step<WebhookRow> {
    const row = yield* webhooks.find(project, id)
    if (!row) throw failure('webhook-not-found', id)
    return row
  }

  async function changed<T>(project: number, work: () => Step<T>): Promise<T> {
    const answer = await db.transaction(work)
    webhooks.invalidate(project)
    return answer
  }

  return {
    list: async (project: number) => (await db.transaction(() => webhooks.list(project))).map(shown),

    create: (actor: Actor, project: number, { url, repeats }: { url: string; repeats: boolean }) =>
      changed(project, function* () {
        yield* db.claim(`webhooks of project ${project}`)
        if ((yield* webhooks.list(project)).length >= mostWebhooks) throw failure('too-many-webhooks', mostWebhooks)
        const row = { project_id: project, url, enabled: 1, repeats: Number(repeats), secret: '', created_at: clock.now() }
        const added = yield* webhooks.add(row)
        const secret = newSecret()
        yield* webhooks.change(added.id, { secret: secrets.seal(secret, placeOfSecret(project, added.id)) })
        yield* audit(actor, { action: 'webhook.created', project, subject: hostOf(url), after: settingsOf(added) })
        return { ...shown(added), secret }
      }),

    change: (actor: Actor, project: number, id: number, { url, enabled, repeats }: Partial<Pick<Webhook, 'url' | 'enabled' | 'repeats'>>) =>
      changed(project, function* () {
        const before = yield* found(project, id)
        const fields = {
          ...(url !== undefined && { url }),
          ...(enabled !== undefined && { enabled: Number(enabled) }),
          ...(repeats !== undefined && { repeats: Number(repeats) }),
        }
        yield* webhooks.change(id, fields)
        const after = { ...before, ...fields }
        yield* audit(actor, {
          action: 'webhook.changed',
          project,
          subject: hostOf(after.url),
          before: settingsOf(before),
          after: settingsOf(after),
        })
        return shown(after)
      }),

    renewSecret: (actor: Actor, project: number, id: number) =>
      changed(project, function* () {
        const row = yield* found(project, id)
        const secret = newSecret()
        yield* webhooks.change(id, { secret: secrets.seal(secret, placeOfSecret(project, id)) })
        yield* audit(actor, { action: 'webhook.changed', project, subject: hostOf(row.url), after: { secret: 'renewed' } })
        return { ...shown(row), secret }
      }),

    remove: (actor: Actor, project: number, id: number) =>
      changed(project, function* () {
        const row = yield* found(project, id)
        yield* webhooks.remove(id)
        yield* outbox.removeQueue(queueOfWebhook(id))
        yield* audit(actor, { action: 'webhook.removed', project, subject: hostOf(row.url), before: settingsOf(row) })
      }),
  }
}

const shown = ({ id, url, enabled, repeats, created_at }: WebhookRow): Webhook => ({
  id,
  url,
  enabled: enabled === 1,
  repeats: repeats === 1,
  createdAt: new Date(created_at).toISOString(),
})

/** What follows the host may hold a secret. */
const hostOf = (url: string): string => new URL(url).host

const settingsOf = ({ url, enabled, repeats }: WebhookRow) => ({ host: hostOf(url), enabled: enabled === 1, repeats: repeats === 1 })
