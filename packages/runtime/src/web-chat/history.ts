import { getChatHistory, type ChatButton, type ChatMessage } from '@voronka/api'
import { drive, type Step } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { openKeyboard } from '../channels/keyboard.ts'
import { chatMessage, keyboardMessage } from '../clients/chat-message.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import type { Installation } from '../installation.ts'
import type { Channel } from '../worker/channels-cache.ts'
import { ChannelClosed } from '../worker/contract.ts'
import { readInput } from './read-input.ts'

/** Messages shown when a page opens, and at most given to one that comes back. */
const shownAtFirst = 200
const mostAtOnce = 1000

/** Keeps a reply keyboard open after it was used (builder-and-runtime, section 14). */
const permanentKeyboard = 'tg_permanent_reply_buttons'

/** `GET /chat/:channel/history`: what this visitor and the bot said, and nothing that somebody else said. */
export const answerHistory = (installation: Installation) => async (req: Request, res: Response) => {
  const { channel, visitor, after } = readInput(getChatHistory, req)
  const answer = await drive(history(installation, channel, visitor, after === undefined ? undefined : Number(after)))
  res.set('Cache-Control', 'no-store').json(answer)
}

interface History {
  readonly title: string
  readonly messages: ChatMessage[]
  readonly keyboard: ChatButton[]
}

function* history({ channels, clients, flows, messages }: Installation, key: string, visitor: string, after?: number): Step<History> {
  const channel = yield* openChannel(channels, key)
  const flow = yield* flows.published(channel.project)
  if (!flow) throw new ChannelClosed('unpublished')
  const title = channel.name || flow.project.settings.name
  const client = yield* clients.findByOutsideId(key, visitor)
  if (!client) return { title, messages: [], keyboard: [] }
  const latest = yield* messages.latest(client.id, shownAtFirst)
  const asked = after === undefined ? latest.filter(({ extra }) => !extra.passing) : yield* messages.after(client.id, after, mostAtOnce)
  const permanent = Boolean(flow.constants.get(permanentKeyboard))
  return { title, messages: asked.filter(isVisible).map(chatMessage), keyboard: openKeyboard(latest.map(keyboardMessage), { permanent }) }
}

/** Events in a dialogue are between the bot and the owner: the client does not see them (builder-and-runtime, section 12.1). */
export const isVisible = ({ author }: StoredMessage): boolean => author !== 'event'

/** The channel, when it is there and open to visitors. */
export function* openChannel(channels: Installation['channels'], key: string): Step<Channel> {
  const channel = yield* channels.find(key)
  if (channel?.kind !== 'web') throw new ChannelClosed('unknown')
  if (!channel.enabled) throw new ChannelClosed('closed')
  return channel
}
