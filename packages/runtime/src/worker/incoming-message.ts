import { fileKind, ownFile } from '@voronka/api/formatted-text'
import type { Event, Step } from '@voronka/flow/engine'
import type { MessageExtra, MessagesStore, StoredMessage } from '../clients/messages.store.ts'

/**
 * Stores what the client (or a system) sent, as the dialogue shows it. Timers and commands of people leave no message. `outside`: what a messenger of
 * somebody else calls it.
 */
export function* storeIncoming(
  messages: MessagesStore,
  client: number,
  turn: number,
  event: Event,
  at: number,
  outside?: string,
): Step<StoredMessage | undefined> {
  const shown = shownAs(event)
  if (!shown) return undefined
  const extra = outside !== undefined && shown.author === 'client' ? { ...shown.extra, outside } : shown.extra
  return yield* messages.add({ client, turn, block: null, at, author: shown.author, text: shown.text, extra })
}

/** What clients sent to us is shown as what it is; whatever lies elsewhere is a link, so that looking at a dialogue loads nothing from there. */
function attachment(url: string): NonNullable<MessageExtra['attachments']>[number] {
  return { kind: ownFile(url) === undefined ? 'file' : fileKind(url), url, name: nameIn(url) }
}

/** Of a file that we keep; else the page shows the end of the address. */
function nameIn(url: string): string {
  return ownFile(url) === undefined ? '' : decoded(url.split('/').at(-1) ?? '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function shownAs(event: Event): { author: 'client' | 'event'; text: string; extra: MessageExtra } | undefined {
  switch (event.kind) {
    case 'text':
    case 'button':
      return { author: 'client', text: event.text, extra: {} }
    case 'callback':
      return event.text === '' ? undefined : { author: 'event', text: event.text, extra: {} }
    case 'attachment':
      return { author: 'client', text: event.caption, extra: { attachments: event.urls.map(attachment) } }
    case 'unsubscribed':
      return { author: 'event', text: 'client_unsubscribed', extra: {} }
    case 'timer':
    case 'send-block':
    case 'operator':
    case 'say':
    case 'cancel-pending':
    case 'reschedule-pending':
      return undefined
    default:
      return event satisfies never
  }
}
