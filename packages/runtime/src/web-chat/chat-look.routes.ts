import { getChatLook, setChatLook } from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

/** The endpoints of `packages/api/src/chat-look.ts` that people of the project use. */
export const chatLookRoutes: readonly Route[] = [
  answer(getChatLook, ({ projectId, key }, { chatLooks }) => chatLooks.get(projectId, key)),
  answer(setChatLook, ({ projectId, key, ...look }, { chatLooks }, actor) => chatLooks.set(actor, projectId, key, look)),
]
