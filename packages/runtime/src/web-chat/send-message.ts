import { sendChatMessage, type Reply } from '@voronka/api'
import { drive } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { webArrival } from '../channels/web.ts'
import { chatMessage } from '../clients/chat-message.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import { failure } from '../errors.ts'
import { accepted } from '../http/answer.ts'
import { refuseDeeper } from '../http/depth.ts'
import { requestId } from '../http/request-log.ts'
import type { Installation } from '../installation.ts'
import { openChat } from './open-chat.ts'
import { readJson } from './read-json.ts'

/** `POST /chat/:channel/messages`: answered when the message and its turn are on disk; the same message again gets the same answer. */
export const answerMessage =
  (installation: Installation) =>
  async (req: Request, res: Response): Promise<void> => {
    const sent = await readJson(req)
    refuseDeeper(sent)
    const { channel, wait, ...body } = accepted(sendChatMessage.read({ params: req.params, query: req.query, body: sent }))
    await drive(openChat(installation, channel))
    const told = body.about && (await drive(installation.chatLooks.find(channel))).told
    const arrival = webArrival(channel, body, told)
    if (!arrival) throw failure('bad-request', 'The message says nothing: give it a text, a button, a callback or attachments.')
    if (body.attachments?.length) await drive(installation.files.expectOwn(channel, body.visitor, body.attachments))
    const { replies } = await installation.worker.accept({ ...arrival, request: requestId(res) }, { wait: wait === '1' })
    if (wait === '1') answer(res, 200, { replies: replies.map(reply) })
    else answer(res, 202, { accepted: true })
  }

/** As `res.json` would, without what it looks up each time. */
function answer(res: Response, status: number, body: object): void {
  const text = JSON.stringify(body)
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }).end(text)
}

function reply(message: StoredMessage): Reply {
  const { text, buttons, attachments, block } = chatMessage(message)
  return { text, buttons, attachments, block }
}
