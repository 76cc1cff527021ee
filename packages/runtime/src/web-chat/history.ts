import { getChatHistory, type ChatButton, type ChatMessage } from '@voronka/api'
import { drive, type Step } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { openKeyboard, permanentKeyboard } from '../channels/keyboard.ts'
import { chatMessage, keyboardMessage } from '../clients/chat-message.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import { accepted } from '../http/answer.ts'
import type { Installation } from '../installation.ts'
import { openChat } from './open-chat.ts'

/** Messages shown when a page opens, and at most given to one that comes back. */
const shownAtFirst = 200
const mostAtOnce = 1000

/** `GET /chat/:channel/history`: what this visitor and the bot said, and nothing that somebody else said. */
export const answerHistory = (installation: Installation) => async (req: Request, res: Response) => {
  const { channel, visitor, after } = accepted(getChatHistory.read({ params: req.params, query: req.query, body: undefined }))
  const answer = await drive(history(installation, channel, visitor, after === undefined ? undefined : Number(after)))
  res.set('Cache-Control', 'no-store').json(answer)
}

interface History {
  readonly title: string
  readonly messages: ChatMessage[]
  readonly keyboard: ChatButton[]
}

function* history(installation: Installation, key: string, visitor: string, after?: number): Step<History> {
  const { clients, messages } = installation
  const { channel, flow } = yield* openChat(installation, key)
  const title = channel.name || flow.project.settings.name
  const client = yield* clients.findByOutsideId(key, visitor)
  if (!client) return { title, messages: [], keyboard: [] }
  const latest = yield* messages.latest(client.id, shownAtFirst)
  const asked = after === undefined ? latest.filter(({ extra }) => !extra.passing) : yield* messages.after(client.id, after, mostAtOnce)
  const permanent = Boolean(flow.constants.get(permanentKeyboard))
  return { title, messages: asked.filter(isVisible).map(chatMessage), keyboard: openKeyboard(latest.map(keyboardMessage), { permanent }) }
}

/** Events in a dialogue are between the bot and the owner, comments between colleagues: the client does not see them (builder-and-runtime, section 12.1). */
export const isVisible = ({ author }: StoredMessage): boolean => author !== 'event' && author !== 'comment'
