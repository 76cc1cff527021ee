import { getChatHistory } from '@voronka/api'
import { drive, type Step } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { chatMessage } from '../clients/chat-message.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import { accepted } from '../http/answer.ts'
import type { Installation } from '../installation.ts'
import { isVisible } from './history.ts'
import { openChat } from './open-chat.ts'

/** Proxies close connections on which nothing happens for a minute or so. */
const heartbeatMs = 20_000

/** A new stream begins with what was said so shortly before: the page read its history a moment ago, and drops what it has. */
const replayedMs = 60_000
const mostAtOnce = 1000

/** More open pages of one visitor than this, and the oldest is closed. */
const mostOfVisitor = 10

/** A reader this far behind is cut off; it comes back and says where it was. */
const mostUnreadBytes = 1_000_000

interface Stream {
  readonly res: Response
  readonly channel: string
  readonly visitor: string
  /** Number of the latest message that was sent. */
  last: number
}

/**
 * `GET /chat/:channel/events`: the messages of one visitor as server-sent events, `id:` their number. All are sent, in order: whenever something
 * happened, a stream reads on from the number that it sent last, and a reader that comes back names it (`Last-Event-ID`, or `after`).
 */
export function chatStreams(installation: Installation) {
  const { worker, clients, messages } = installation
  const streams = new Map<string, Set<Stream>>()

  worker.onMessages((reached) => {
    if (!reached) return void catchUp()
    for (const stream of streams.get(keyOf(reached.channel, reached.outsideId)) ?? []) void readOn(stream, reached.client)
  })

  /** Nobody knows to whom something was said: all look, and what cannot be read now is read at the next message. */
  const catchUp = async (): Promise<void> => {
    for (const { channel, visitor } of [...streams.values()].flatMap(([first]) => first ?? [])) {
      const client = await drive(clients.findByOutsideId(channel, visitor))
      for (const stream of streams.get(keyOf(channel, visitor)) ?? []) if (client) await readOn(stream, client.id)
    }
  }

  const readOn = async (stream: Stream, client: number): Promise<void> =>
    send(stream, await drive(messages.after(client, stream.last, mostAtOnce)))

  return async (req: Request, res: Response): Promise<void> => {
    const { channel, visitor, after } = accepted(getChatHistory.read({ params: req.params, query: req.query, body: undefined }))
    await drive(openChat(installation, channel))
    const client = await drive(clients.findByOutsideId(channel, visitor))
    const stream: Stream = {
      res,
      channel,
      visitor,
      last: client ? await drive(beginning(installation, client.id, lastSeen(req) ?? after)) : 0,
    }
    keep(streams, keyOf(channel, visitor), stream)
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
    res.write('retry: 2000\n\n')
    if (client) await readOn(stream, client.id)
  }
}

/** Where a stream begins: behind the number that its reader named, or a moment ago. */
function* beginning({ messages, clock }: Installation, client: number, after: string | undefined): Step<number> {
  if (after !== undefined) return Number(after)
  const latest = yield* messages.latest(client, mostAtOnce)
  return latest.findLast(({ at }) => at < clock.now() - replayedMs)?.id ?? 0
}

function lastSeen({ headers }: Request): string | undefined {
  const id = headers['last-event-id']
  return typeof id === 'string' && /^[0-9]{1,15}$/.test(id) ? id : undefined
}

function send(stream: Stream, messages: readonly StoredMessage[]): void {
  const fresh = messages.filter(({ id }) => id > stream.last)
  stream.last = fresh.at(-1)?.id ?? stream.last
  const events = fresh.filter(isVisible).map(chatMessage)
  if (events.length) stream.res.write(events.map((each) => `id: ${each.id}\nevent: message\ndata: ${JSON.stringify(each)}\n\n`).join(''))
  if (stream.res.writableLength > mostUnreadBytes) stream.res.destroy()
}

function keep(streams: Map<string, Set<Stream>>, key: string, stream: Stream): void {
  const ofVisitor = streams.get(key) ?? new Set()
  streams.set(key, ofVisitor.add(stream))
  const [oldest] = ofVisitor
  if (ofVisitor.size > mostOfVisitor) oldest?.res.end()
  const heartbeat = setInterval(() => stream.res.write(': still here\n\n'), heartbeatMs).unref()
  stream.res.on('close', () => {
    clearInterval(heartbeat)
    ofVisitor.delete(stream)
    if (!ofVisitor.size) streams.delete(key)
  })
}

const keyOf = (channel: string, visitor: string): string => `${channel} ${visitor}`
