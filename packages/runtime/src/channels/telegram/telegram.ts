import { messengerLimits } from '@voronka/flow'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Account, Asked, ChannelPort, Fetched, Line, Refusal } from '../channel-port.ts'
import { botApi, rootOf } from './bot-api.ts'
import { callMethod } from './call-method.ts'
import { outcomeOf, reasonOf } from './outcome-of.ts'
import { readUpdate, wantedUpdates } from './read-update.ts'
import { sendPart } from './send-part.ts'

const kind = 'telegram'
/** A question for news waits so long for some; then it is asked anew. */
const waitsSeconds = 25
const mostAtOnce = 100
/** The Bot API gives no larger files. */
const mostBytes = 20_000_000

/** Bots of Telegram, by the Bot API. */
export const telegram: ChannelPort = {
  kind,
  clientType: 1,
  showsButtons: true,
  limits: limitsOf(kind),
  // What Telegram asks bots to keep to.
  pace: { perSecond: 30, clientMs: 1000, atOnce: 8 },
  longestMs: 70_000,
  read: readUpdate,
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
      const { id, username, first_name: name } = await api.getMe()
      const { last_error_message: lastError, pending_update_count: waiting } = await api.getWebhookInfo()
      return { id: String(id), group: username, facts: { bot: `@${username}`, name, waiting: String(waiting), lastError: lastError ?? '' } }
    } catch (error) {
      return { reason: reasonOf(error) }
    }
  },

  isGenuine(line, header) {
    const [told, own] = [header('x-telegram-bot-api-secret-token') ?? '', secretOf(line)].map((text) =>
      createHash('sha256').update(text).digest(),
    )
    return told !== undefined && own !== undefined && timingSafeEqual(told, own)
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

/** What Telegram sends with each call to us; nobody can tell the address from it, or it from the address. */
const secretOf = ({ connection }: Line): string => createHash('sha256').update(`telegram ${connection.inboundKey}`).digest('hex')

function limitsOf(wanted: string) {
  const limits = messengerLimits.find((each) => each.kind === wanted)
  if (!limits) throw new Error(`The limits of ${wanted} are not known.`)
  return limits
}
