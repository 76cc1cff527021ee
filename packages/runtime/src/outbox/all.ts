import type { Messengers } from '../messengers/messengers.ts'
import { blockWebhookSender } from '../webhooks/block-webhook.ts'
import { webhookSender, type WebhookTools } from '../webhooks/webhook-sender.ts'
import type { Sender } from './sender.ts'

/** Everybody who hands what is in the outbox to servers of others. Messengers have a list of their own (`channels/all.ts`). */
export const allSenders = (tools: WebhookTools, messengers: Messengers): readonly Sender[] => [
  webhookSender(tools),
  blockWebhookSender(tools),
  ...messengers.senders,
]
