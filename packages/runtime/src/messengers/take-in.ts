import { drive, type Step } from '@voronka/flow/engine'
import type { News } from '../channels/channel-port.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import type { OpenConnection } from '../connections/connection-work.ts'
import { ChannelClosed, type Arrival, type Worker } from '../worker/contract.ts'
import { inboxStates } from '../worker/inbox.store.ts'
import type { Messenger } from './messenger-tools.ts'
import { queueOfFiles } from './queue-of.ts'

/** Files of an album come one by one; when nothing more has come for so long, it is whole. */
const gatheredMs = 1000
/** An album is looked for among so many of the latest messages: messengers let nobody change what is old. */
const mostLookedAt = 500

type OfKind<Kind extends News['kind']> = Extract<News, { kind: Kind }>

/** Takes in what a messenger told: resolves when all of it is on disk. What comes again is dropped. */
export function createTakeIn({ port, tools }: Messenger, worker: Pick<Worker, 'accept' | 'track' | 'wakeDeliveries'>) {
  const { context, awaited, rows, live } = tools
  const { db, outbox, messages, inbox, clients, dialogues, channels, flows, deliveries, clock } = context

  async function takeIn(connection: OpenConnection, told: unknown, request?: string): Promise<void> {
    const news = read(connection, told)
    if (news.length === 0) return
    const channel = await db.transaction(() => rows.keyOf(connection.id))
    if (channel === undefined) return
    await drive(flows.publishedAhead(connection.project))
    for (const each of news) await take(connection, channel, each, request)
  }

  /** What nobody can read is not asked for again. */
  function read(connection: OpenConnection, told: unknown): readonly News[] {
    try {
      return port.read(told)
    } catch (error) {
      tools.onError(error, { what: 'news of a messenger', connection: connection.id })
      return []
    }
  }

  async function take(connection: OpenConnection, channel: string, news: News, request: string | undefined): Promise<void> {
    if (news.kind === 'edited') return edit(connection, channel, news)
    if (news.kind === 'files' && news.album !== undefined) return gather(connection, channel, news, news.album)
    if (news.kind === 'event' && news.event.kind === 'unsubscribed' && (await db.transaction(() => isGone(channel, news.from.outsideId))))
      return
    const { id: outsideId, from } = news
    const arrival = { channel, outsideId, from, ...(await happened(connection, channel, news)), ...(request !== undefined && { request }) }
    try {
      await worker.accept(arrival)
    } catch (error) {
      // Nothing is published, or the channel was closed meanwhile: nobody hears him, today or tomorrow.
      if (error instanceof ChannelClosed) return
      throw error
    }
    const press = 'press' in news ? news.press : undefined
    if (press !== undefined && port.confirm) confirmAfterTurn(connection, arrival, press)
  }

  /** A refused message told it already. */
  function* isGone(channel: string, person: string): Step<boolean> {
    const client = yield* clients.findByOutsideId(channel, person)
    return client !== undefined && (yield* dialogues.find(client.id))?.unsubscribed === 1
  }

  async function happened(
    connection: OpenConnection,
    channel: string,
    news: Exclude<News, { kind: 'edited' }>,
  ): Promise<Pick<Arrival, 'event' | 'stores'>> {
    if (news.kind === 'event') return { event: news.event }
    return news.kind === 'files' ? withFiles(connection, news) : { event: await pressed(channel, news) }
  }

  /** Each file of an album is on disk before the messenger is thanked, and what comes again is dropped; the album is heard as one event when it is whole. */
  async function gather(connection: OpenConnection, channel: string, news: OfKind<'files'>, album: string): Promise<void> {
    const { event, stores } = withFiles(connection, news)
    const fireAt = clock.now() + gatheredMs
    await db.transaction(function* () {
      if (!(yield* channels.find(channel))?.enabled) return
      const { outsideId, name } = news.from
      const client = yield* clients.findOrCreate({ project: connection.project, channel, outsideId, name, now: clock.now() })
      const isNew = yield* inbox.add({ channel, outsideId: news.id, client: client.id, event, now: clock.now() }, inboxStates.done)
      if (isNew === undefined) return
      yield* stores(client)
      yield* deliveries.gather({ project: connection.project, client: client.id, fireAt }, album, event)
    })
    worker.wakeDeliveries(fireAt)
  }

  /** The files have their addresses here at once; they are brought behind it. */
  function withFiles(
    { id: connection, project }: OpenConnection,
    { caption, files, variables }: OfKind<'files'>,
  ): { readonly event: Extract<Arrival['event'], { kind: 'attachment' }> } & Required<Pick<Arrival, 'stores'>> {
    const announced = files.map(awaited.announce)
    return {
      event: { kind: 'attachment', urls: announced.map(({ url }) => url), caption, ...(variables && { variables }) },
      *stores(client) {
        const now = clock.now()
        for (const { id, outsideId, name } of announced) {
          yield* awaited.add({
            id,
            project_id: project,
            client_id: client.id,
            connection_id: connection,
            outside_id: outsideId,
            name,
            created_at: now,
          })
          const queue = queueOfFiles(port.kind, connection)
          yield* outbox.add({ project, queue, kind: `${port.kind}-files`, client: null, key: `file_${id}`, message: id, now })
        }
      },
    }
  }

  /** What the button says stands in the message that it belongs to. */
  function pressed(channel: string, { from, message, index, press }: OfKind<'pressed'>): Promise<Arrival['event']> {
    return db.transaction(function* () {
      const client = yield* clients.findByOutsideId(channel, from.outsideId)
      const stored = client && (yield* messages.find(client.id, message))
      const button = stored?.extra.buttons?.[index]
      const variables = { order: [], client: [['callback_query_id', press] as const] }
      return button?.callback === undefined
        ? { kind: 'button', text: button?.text ?? '', variables }
        : { kind: 'callback', text: button.callback, pressed: true, variables }
    })
  }

  /** In the background, once: whoever pressed sees at the latest by himself that it was heard. */
  function confirmAfterTurn(connection: OpenConnection, arrival: Arrival, press: string): void {
    const confirmed = worker
      .accept(arrival, { wait: true })
      .then(() => port.confirm?.(tools.lineOf(connection), press))
      .catch((error: unknown) => tools.onError(error, { what: 'press', connection: connection.id }))
    void worker.track(confirmed)
  }

  async function edit({ project }: OpenConnection, channel: string, news: OfKind<'edited'>): Promise<void> {
    const changed = await db.transaction(() => editStored(channel, news))
    if (changed) live.publish(project, { type: 'dialogue-changed', ...changed })
  }

  /** Only what employees read changes: the bot has answered what was written first. */
  function* editStored(channel: string, { of, text }: OfKind<'edited'>): Step<{ client: number; message: number } | undefined> {
    const event = yield* inbox.find(channel, of)
    if (!event) return undefined
    yield* clients.lock(event.client_id)
    const { client_id: client, turn_id: turn } = event
    const said =
      turn === null
        ? yield* saidInAlbum(event.id, client, text)
        : (yield* messages.ofTurn(client, turn)).find(({ author }) => author === 'client')
    if (!said || said.text === text) return undefined
    yield* messages.update(client, said.id, { text, edited_at: clock.now() })
    return { client, message: said.id }
  }

  /** A part of an album had no turn of its own. What is not heard yet is heard with its new caption. */
  function* saidInAlbum(part: number, client: number, caption: string): Step<StoredMessage | undefined> {
    const event = yield* inbox.eventOf(part)
    const url = event?.kind === 'attachment' ? event.urls[0] : undefined
    if (url === undefined) return undefined
    yield* deliveries.recaption(client, url, caption)
    const latest = yield* messages.latest(client, mostLookedAt)
    return latest.findLast(({ author, extra }) => author === 'client' && extra.attachments?.some((each) => each.url === url))
  }

  return takeIn
}
