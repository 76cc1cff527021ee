import { chatEventsPath, getChatHistory, sendChatMessage } from '@voronka/api'
import { Router } from 'express'
import type { Installation } from '../installation.ts'
import { answerHistory } from './history.ts'
import { answerMessage } from './send-message.ts'
import { chatStreams } from './streams.ts'

/**
 * The web chat as `packages/api/src/web-chat.ts` describes it. It reads its own bodies: mount it before any body parser. What it refuses it throws,
 * as every route does (`Failure`, and `ChannelClosed` and `Overloaded` of the worker).
 */
export function webChatRoutes(installation: Installation): Router {
  const router = Router()
  router.post(sendChatMessage.path, answerMessage(installation))
  router.get(getChatHistory.path, answerHistory(installation))
  router.get(chatEventsPath, chatStreams(installation))
  return router
}
