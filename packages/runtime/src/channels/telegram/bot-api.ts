import { Api } from 'grammy'
import type { Line } from '../channel-port.ts'

/** The Bot API of a connection. Everything that grammY sends goes through the line, and so through the guard. */
export function botApi(line: Line, { timeoutMs = usualMs, signal }: { timeoutMs?: number; signal?: AbortSignal } = {}): Api {
  const fetch = async (url: string | URL, init: RequestLike = {}) => {
    const answer = await line.send({
      method: 'POST',
      url: String(url),
      headers: Object.entries(init.headers ?? {}),
      body: await bodyOf(init.body),
      timeoutMs,
      ...(signal && { signal }),
    })
    if (answer.failure) throw new Unreached(answer.failure, answer.unsent)
    return { json: async (): Promise<unknown> => readAnswer(answer) }
  }
  return new Api(line.connection.secret('token'), { apiRoot: rootOf(line), fetch, timeoutSeconds: timeoutMs / 1000 + 5 })
}

/** Shorter than the guard's own, so that who waits for it hears of it. */
const usualMs = 9_000

/** No answer, or none that a Bot API gives. */
export class Unreached extends Error {
  override readonly name = 'Unreached'
  /** Nothing of the question left. */
  readonly unsent: boolean

  constructor(message: string, unsent = false) {
    super(message)
    this.unsent = unsent
  }
}

interface RequestLike {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | AsyncIterable<Uint8Array> | null
}

async function bodyOf(body: RequestLike['body']): Promise<string | Uint8Array | null> {
  if (body === undefined || body === null || typeof body === 'string') return body ?? null
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A server on the way (a proxy that is down) answers in its own form. */
function readAnswer({ status, bytes }: { status: number; bytes: Uint8Array }): unknown {
  const text = Buffer.from(bytes).toString('utf8')
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    throw new Unreached(status >= 400 ? `HTTP ${status}` : 'The answer is no JSON.')
  }
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) throw new Unreached(`HTTP ${status}`)
  return answer
}

export const rootOf = ({ connection }: Line): string => String(connection.settings['apiRoot'] ?? '').replace(/\/+$/, '')
