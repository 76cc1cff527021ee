import { connect, type Socket } from 'node:net'

export interface Load {
  readonly perSecond: number
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number
}

/** What is asked, of whom. */
export interface Target {
  readonly port: number
  /** The next request, whole, as it goes over the wire. */
  request(): string
  /** Throws when an answer is not what it must be. */
  check(body: string): void
}

export interface LoadOptions extends Target {
  readonly connections: number
  readonly milliseconds: number
  /** Between an answer and the next request: people who write now and then, instead of as much as goes. */
  readonly pauseMs?: number
}

/** Keeps each connection busy with one request after the other, over sockets without a client library: its cost must not be what is measured. */
export async function load({ port, connections, milliseconds, pauseMs = 0, request, check }: LoadOptions): Promise<Load> {
  const times: number[] = []
  const start = performance.now()
  const end = start + milliseconds
  await Promise.all(Array.from({ length: connections }, () => keepBusy(connect({ port, host: '127.0.0.1', noDelay: true }))))
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 }

  function keepBusy(socket: Socket): Promise<void> {
    return new Promise((resolve, reject) => {
      let sent = 0
      let received = ''
      const next = () => {
        if (performance.now() >= end) return void socket.end(resolve)
        sent = performance.now()
        socket.write(request())
      }
      socket.setEncoding('utf8').on('error', reject).on('connect', next)
      socket.on('data', (text: string) => {
        received += text
        const body = bodyOf(received)
        if (body === undefined) return
        received = ''
        times.push(performance.now() - sent)
        try {
          check(body)
        } catch (error) {
          socket.destroy()
          return reject(error)
        }
        if (pauseMs) setTimeout(next, pauseMs)
        else next()
      })
    })
  }
}

/** Undefined until the whole answer has come. */
function bodyOf(answer: string): string | undefined {
  const head = answer.indexOf('\r\n\r\n')
  if (head === -1) return undefined
  const length = Number(/content-length: (\d+)/i.exec(answer.slice(0, head))?.[1] ?? 0)
  const body = answer.slice(head + 4)
  return Buffer.byteLength(body) < length ? undefined : body
}
