import { blockWebhookSender } from '../webhooks/block-webhook.ts'
import { webhookSender, type WebhookTools } from '../webhooks/webhook-sender.ts'
import type { Sender } from './sender.ts'

/** Everybody who hands what is in the outbox to servers of others. A messenger is its file and a line here. */
export const allSenders = (tools: WebhookTools): readonly Sender[] => [webhookSender(tools), blockWebhookSender(tools)]
