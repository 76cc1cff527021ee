import { blockTitle } from '@voronka/flow'
import { drive, type Step } from '@voronka/flow/engine'
import type { DialoguePort } from '@voronka/functions'
import { outsideMessagesStore } from '../messengers/outside-messages.store.ts'
import { takeBack } from '../messengers/take-back.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'

/** The running client's dialogue as employees see it, for functions (crm-and-tasks, section 2). */
export function dialoguePort(context: WorkContext, { client, flow, now, asked }: Running): DialoguePort {
  const { messages, dialogues, deliveries } = context
  const outsideMessages = outsideMessagesStore(context.db)

  function* note(text: string): Step<boolean> {
    yield* messages.addComment({ client: client.id, text, account: null, speaker: null, at: now })
    asked.changed.add(client.id)
    return true
  }
  function* addUnread(count: number): Step<boolean> {
    yield* dialogues.addUnread(client.id, count)
    asked.changed.add(client.id)
    return true
  }
  function* clearUnread(): Step<boolean> {
    yield* dialogues.set(client.id, { unread: 0 })
    asked.changed.add(client.id)
    return true
  }
  function* lastMessages(): Step<string[]> {
    const last = yield* messages.lastOfBot(client.id)
    if (!last) return []
    const channel = yield* context.channels.find(client.channel)
    return channel?.outside ? yield* outsideMessages.idsOf(last.id) : [String(last.id)]
  }
  function* removeLast(): Step<boolean> {
    const last = yield* messages.lastOfBot(client.id)
    const channel = yield* context.channels.find(client.channel)
    if (!last || !channel) return false
    if (channel.outside) {
      yield* takeBack(context, client, channel, last.id, yield* outsideMessages.idsOf(last.id))
      asked.outgoing.add(client.id)
    }
    return yield* messages.remove(client.id, last.id)
  }
  return {
    note: (text) => drive(note(text)),
    addUnread: (count) => drive(addUnread(count)),
    clearUnread: () => drive(clearUnread()),
    lastMessages: () => drive(lastMessages()),
    removeLast: () => drive(removeLast()),
    cancelPlanned: () => drive(deliveries.cancelAll(client.id, now - client.clock_offset)),
    blockName(number) {
      const block = flow.compiled.blocks.get(number)?.block
      return block && blockTitle(block, flow.project.settings.language)
    },
  }
}
