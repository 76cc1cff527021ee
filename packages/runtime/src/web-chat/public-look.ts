import type { ChatLook } from '@voronka/api'

/** What everybody gets who may open the chat: nothing of the variables that a site may tell. */
export function publicLook(all: ChatLook): Omit<ChatLook, 'told'> {
  const { told: _, ...look } = all
  return look
}
