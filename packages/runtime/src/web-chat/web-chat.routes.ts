import { chatEmbedPath, chatEventsPath, getChatHistory, openChatLook, sendChatMessage } from '@voronka/api'
import { Router, type RequestHandler } from 'express'
import { join } from 'node:path'
import { root } from '../config/root.ts'
import type { Installation } from '../installation.ts'
import { answerHistory } from './history.ts'
import { answerEmbed, answerLook } from './open-look.ts'
import { answerMessage } from './send-message.ts'
import { chatStreams } from './streams.ts'

/**
 * The web chat as `packages/api/src/web-chat.ts` describes it. It reads its own bodies: mount it before any body parser. What it refuses it throws,
 * as every route does (`Failure`, and `ChannelClosed` and `Overloaded` of the worker). `guards` stand before each route.
 */
export function webChatRoutes(installation: Installation, ...guards: RequestHandler[]): Router {
  const router = Router()
  router.post(sendChatMessage.path, ...guards, answerMessage(installation))
  router.get(getChatHistory.path, ...guards, answerHistory(installation))
  router.get(chatEventsPath, ...guards, chatStreams(installation))
  router.get(openChatLook.path, ...guards, answerLook(installation))
  router.get(chatEmbedPath, answerEmbed(installation, join(root, 'apps', 'widget', 'dist', 'chat-embed.js')))
  return router
}
