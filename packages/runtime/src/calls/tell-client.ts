import type { CarriedVariables, Step } from '@voronka/flow/engine'
import { storeValues } from '../public-api/store-values.ts'
import { askedNothing } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'
import { inboxStates } from '../worker/inbox.store.ts'
import { doingOf } from '../worker/orders-port.ts'

export interface CallEvent {
  /** Unique in the client's channel: what he was told is not told again. */
  readonly key: string
  readonly text: string
  readonly variables: readonly (readonly [name: string, value: string | number])[]
}

/** A callback in the client's dialogue, with the variables that it brings (telephony, section 6). Where nothing is published it stands there, and starts nothing. */
export function* tellClient(context: WorkContext, client: number, { key, text, variables }: CallEvent): Step<void> {
  const { clients, channels, flows, inbox, messages, clock } = context
  const row = yield* clients.find(client)
  const channel = row && (yield* channels.find(row.channel))
  if (!row || !channel) return
  const carried: CarriedVariables = { order: [], client: variables }
  const flow = yield* channel.kind === 'test' ? flows.draft(row.project_id) : flows.published(row.project_id)
  if (flow) {
    const event = { kind: 'callback', text, pressed: false, variables: carried } as const
    yield* inbox.add({ channel: row.channel, outsideId: key, client, event, now: clock.now() }, inboxStates.waiting)
    return
  }
  yield* storeValues(context, doingOf({ client: row, now: clock.now(), asked: askedNothing(), block: () => null }), client, carried)
  yield* messages.add({ client, turn: null, author: 'event', text, extra: {}, block: null, at: clock.now() })
}
