import type { UserFromGetMe, WebhookInfo } from 'grammy/types'
import type { Account, Asked, ChannelPort, Fetched, Refusal } from '../channel-port.ts'
import { botApi, rootOf } from './bot-api.ts'
import { callMethod } from './call-method.ts'
import { outcomeOf, reasonOf } from './outcome-of.ts'
import { wantedUpdates } from './read-update.ts'
import { secretOf } from './secret-of.ts'
import { sendPart } from './send-part.ts'

/** A question for news waits so long for some; then it is asked anew. */
const waitsSeconds = 25
const mostAtOnce = 100
/** The Bot API gives no larger files. */
const mostBytes = 20_000_000

/** What asks something of Telegram, and therefore stands on the library for it. */
export const bot: Required<Pick<ChannelPort, 'send' | 'remove' | 'account' | 'subscribe' | 'ask' | 'fetchFile' | 'confirm' | 'call'>> = {
  send: (line, sending) => sendPart(line, sending),

  async remove(line, { to, ids }) {
    try {
      await botApi(line).deleteMessages(to, ids.map(Number))
      return { kind: 'accepted', id: null }
    } catch (error) {
      return outcomeOf(error)
    }
  },

  async account(line): Promise<Account | Refusal> {
    try {
      const api = botApi(line)
      const { id, username, first_name: name }: Partial<UserFromGetMe> = await api.getMe()
      if (id === undefined || username === undefined) return { reason: 'not-a-bot' }
      // A server that only resembles Telegram's may leave any of it out.
      const { last_error_message: lastError, pending_update_count: waiting }: Partial<WebhookInfo> = await api.getWebhookInfo()
      return {
        id: String(id),
        group: username,
        facts: { bot: `@${username}`, name: name ?? '', waiting: String(waiting ?? ''), lastError: lastError ?? '' },
      }
    } catch (error) {
      return { reason: reasonOf(error) }
    }
  },

  async subscribe(line, address): Promise<Refusal | undefined> {
    try {
      if (address === null) await botApi(line).deleteWebhook()
      else await botApi(line).setWebhook(address, { secret_token: secretOf(line), allowed_updates: [...wantedUpdates] })
      return undefined
    } catch (error) {
      return { reason: reasonOf(error) }
    }
  },

  async ask(line, position, signal): Promise<Asked> {
    try {
      const api = botApi(line, { timeoutMs: waitsSeconds * 1000 + 10_000, signal })
      const told = await api.getUpdates({ offset: position, timeout: waitsSeconds, limit: mostAtOnce, allowed_updates: wantedUpdates })
      return { told, position: told.reduce((next, { update_id: id }) => Math.max(next, id + 1), position) }
    } catch (error) {
      const outcome = outcomeOf(error)
      return { reason: reasonOf(error), ...(outcome.kind === 'later' && { afterMs: outcome.afterMs }) }
    }
  },

  async fetchFile(line, outsideId): Promise<Fetched> {
    try {
      const { file_path: path } = await botApi(line).getFile(outsideId)
      if (path === undefined) return { kind: 'refused', reason: 'The file is no longer there.' }
      const url = `${rootOf(line)}/file/bot${line.connection.secret('token')}/${path}`
      const { status, bytes, failure } = await line.send({ method: 'GET', url, headers: [], body: null, timeoutMs: 60_000, mostBytes })
      if (status === 200) return { kind: 'file', bytes }
      const reason = failure ?? `HTTP ${status}`
      return failure === 'too-large' || status === 404 ? { kind: 'refused', reason } : { kind: 'failed', reason }
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome.kind === 'refused') return { kind: 'refused', reason: outcome.reason }
      return { kind: 'failed', reason: reasonOf(error), ...(outcome.kind === 'later' && { afterMs: outcome.afterMs }) }
    }
  },

  /** It may have been answered by the turn, or be too old. */
  async confirm(line, press): Promise<void> {
    await botApi(line)
      .answerCallbackQuery(press)
      .catch(() => undefined)
  },

  call: callMethod,
}
