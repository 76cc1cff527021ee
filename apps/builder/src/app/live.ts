import { liveEventSchema, livePath, whoAmI } from '@voronka/api'
import type { LiveEvent } from '@voronka/api'
import { useEffect, useEffectEvent } from 'react'
import { call } from './call.ts'

type Listener = (event: LiveEvent) => void

/** One stream a project, however many listen to it. */
const streams = new Map<number, Stream>()

/**
 * Hears what happens in a project until the function that it gives is called. The stream opens itself again after a break; each opening starts with
 * `hello` and the revision of the draft, from which a listener sees whether it missed something.
 */
export function listenLive(projectId: number, listener: Listener): () => void {
  const stream = streams.get(projectId) ?? new Stream(livePath.replace(':projectId', String(projectId)))
  streams.set(projectId, stream)
  stream.listeners.add(listener)
  return () => {
    stream.listeners.delete(listener)
    if (stream.listeners.size) return
    stream.close()
    if (streams.get(projectId) === stream) streams.delete(projectId)
  }
}

/** The same for a component. The listener may change between renders without opening the stream anew. */
export function useLive(projectId: number, listener: Listener): void {
  const hear = useEffectEvent(listener)
  useEffect(() => listenLive(projectId, (event) => hear(event)), [projectId])
}

const longestPauseMs = 15_000

class Stream {
  readonly listeners = new Set<Listener>()
  private readonly url: string
  private source: EventSource | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private pauseMs = 500

  constructor(url: string) {
    this.url = url
    this.open()
  }

  close(): void {
    clearTimeout(this.timer)
    this.source?.close()
  }

  private open(): void {
    const source = new EventSource(this.url)
    this.source = source
    source.addEventListener('open', () => {
      this.pauseMs = 500
    })
    source.addEventListener('message', ({ data }: MessageEvent<string>) => this.hear(data))
    // The browser reconnects by itself after a break, but gives up when the server answers with an error (restarting behind a proxy).
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return
      // Refused: perhaps the session was ended. Then `call` says so to the page.
      void call(whoAmI, {}).catch(() => undefined)
      this.timer = setTimeout(() => this.open(), this.pauseMs)
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs)
    })
  }

  private hear(data: string): void {
    const read = liveEventSchema.safeParse(parse(data))
    if (!read.success) return
    for (const listener of this.listeners) listener(read.data)
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
