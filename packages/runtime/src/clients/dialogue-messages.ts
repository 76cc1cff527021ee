import type { DialogueMessage } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from '../worker/context.ts'
import { dialogueMessage } from './client-card.ts'

const pageSize = 50

export interface MessagesQuestion {
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly around?: number | undefined
  readonly q?: string | undefined
  readonly only?: 'comments' | 'pinned' | undefined
}

/** A part of a dialogue, oldest first, and whether there is more on either side. */
export function* dialogueMessages(
  { messages }: WorkContext,
  client: number,
  { before, after, around, q, only }: MessagesQuestion,
): Step<{ messages: DialogueMessage[]; earlier: boolean; later: boolean }> {
  const asked = { ...(q && { containing: q }), ...(only && { only }) }
  if (after !== undefined) {
    const found = yield* messages.page(client, { ...asked, after }, pageSize + 1)
    return { messages: found.slice(0, pageSize).map(dialogueMessage), earlier: true, later: found.length > pageSize }
  }
  const until = around === undefined ? before : around + 1
  const found = yield* messages.page(client, { ...asked, ...(until !== undefined && { before: until }) }, pageSize + 1)
  const earlier = found.slice(0, pageSize).reverse()
  if (around === undefined) return { messages: earlier.map(dialogueMessage), earlier: found.length > pageSize, later: before !== undefined }
  const later = yield* messages.page(client, { ...asked, after: around }, pageSize + 1)
  return {
    messages: [...earlier, ...later.slice(0, pageSize)].map(dialogueMessage),
    earlier: found.length > pageSize,
    later: later.length > pageSize,
  }
}
