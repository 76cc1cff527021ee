import type { LiveEvent } from '@voronka/api'

export interface EventStream {
  readonly status: number
  /** Waits for the next event. */
  next(): Promise<LiveEvent>
  /** Waits until the server has ended the stream. */
  ended(): Promise<void>
  close(): void
}

/** Reads a stream of server-sent events as a page does. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
  const abort = new AbortController()
  const response = await fetch(url, { signal: abort.signal, headers: { accept: 'text/event-stream', ...headers } })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  const nextBlock = async (): Promise<string | undefined> => {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end !== -1) {
        const block = rest.slice(0, end)
        rest = rest.slice(end + 2)
        return block
      }
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return undefined
      rest += chunk.value
    }
  }
  return {
    status: response.status,
    async next() {
      for (let block = await nextBlock(); block !== undefined; block = await nextBlock()) {
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (data !== undefined) return JSON.parse(data)
      }
      throw new Error('The stream has ended.')
    },
    async ended() {
      while ((await nextBlock()) !== undefined);
    },
    close: () => abort.abort(),
  }
}
