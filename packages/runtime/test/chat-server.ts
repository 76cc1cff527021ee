import { createLogger } from '../src/config/logger.ts'
import { readSettings } from '../src/config/settings.ts'
import { createServer } from '../src/http/create-server.ts'
import type { Talk } from './funnel.ts'

export interface ChatServer {
  /** Of the channel: `http://127.0.0.1:.../chat/...`. */
  readonly url: string
  post(body: unknown, options?: { wait?: boolean }): Promise<Answer>
  get(path: string): Promise<Answer>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

/** The HTTP side of a talk, on a port of its own. */
export async function chatServer({ installation, channel }: Talk): Promise<ChatServer> {
  const settings = readSettings(['--port', '0', '--log-level', 'error'], {})
  const server = createServer(installation, settings, createLogger(settings, { write: () => undefined }))
  const url = `${await server.listen()}/chat/${channel}`
  return {
    url,
    post: (body, { wait = true } = {}) =>
      ask(`${url}/messages${wait ? '?wait=1' : ''}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path) => ask(`${url}${path}`),
    close: () => server.close(0),
  }
}

export async function ask(url: string, options?: RequestInit): Promise<Answer> {
  const answer = await fetch(url, options)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) }
}

export interface SseEvent {
  readonly id: string
  readonly data: unknown
}

/** Reads a stream of server-sent events; `next(n)` waits until n came in all. */
export async function listen(url: string, lastEventId?: string) {
  const stop = new AbortController()
  const answer = await fetch(url, { signal: stop.signal, headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId } })
  const events: SseEvent[] = []
  let wake = () => {}
  const reading = (async () => {
    let text = ''
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const fields = new Map(part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
        if (fields.has('data')) events.push({ id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? '') })
      }
      wake()
    }
  })().catch(() => undefined)
  return {
    status: answer.status,
    events,
    async next(count: number): Promise<readonly SseEvent[]> {
      while (events.length < count) await new Promise<void>((resolve) => (wake = resolve))
      return events
    },
    async close() {
      stop.abort()
      await reading
    },
  }
}
