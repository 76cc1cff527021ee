import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Reply = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> } | 'cut'

/** Somebody else's server on this machine: real HTTP. It is gone when the test ends. */
export async function foreignServer(reply: (heard: Heard, all: readonly Heard[]) => Reply | Promise<Reply> = () => ({})) {
  const heard: Heard[] = []
  let tell = (): void => undefined
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      const call = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body }
      heard.push(call)
      tell()
      void Promise.resolve(reply(call, heard)).then((answer) => {
        if (answer === 'cut') return void req.socket.destroy()
        res.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '')
      })
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    heard,
    /** Resolves when so many calls were heard. */
    async came(count: number): Promise<void> {
      while (heard.length < count) await new Promise<void>((resolve) => (tell = resolve))
    },
  }
}
