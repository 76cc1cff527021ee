import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/** What was asked of a fake Bot API. */
export interface BotCall {
  readonly method: string
  /** Its parameters, of a form as well as of JSON. */
  readonly params: Readonly<Record<string, unknown>>
  /** Files that were uploaded, by their names. */
  readonly files: Readonly<Record<string, string>>
}

export type BotReply = { readonly status: number; readonly answer: unknown } | 'garbage' | 'cut' | 'half' | 'later' | undefined

/** A Bot API over real HTTP, for one token. It is gone when the test ends. */
export async function botApiServer({ token = '123:ABC', username = 'shop_bot', hurries = false } = {}) {
  const calls: BotCall[] = []
  const updates: { update_id: number }[] = []
  /** When it was asked for news. */
  const asked: number[] = []
  const stored = new Map<string, string>()
  const replies: ((call: BotCall) => BotReply)[] = []
  let message = 100
  const wake: (() => void)[] = []
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))

  const usual = (call: BotCall): unknown => {
    const { method, params } = call
    if (method === 'getMe') return { id: 123, is_bot: true, first_name: 'Shop', username }
    if (method === 'getWebhookInfo') return { url: '', has_custom_certificate: false, pending_update_count: 0 }
    if (method === 'getFile')
      return { file_id: params['file_id'], file_unique_id: 'u', file_path: `documents/${String(params['file_id'])}` }
    if (method === 'sendMediaGroup') return JSON.parse(String(params['media'])).map(() => sent(params))
    return method.startsWith('send') ? sent(params) : true
  }
  const sent = (params: BotCall['params']) => ({ message_id: ++message, date: 0, chat: { id: Number(params['chat_id']), type: 'private' } })

  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => void answer())

    async function answer(): Promise<void> {
      const path = req.url ?? ''
      const file = path.startsWith(`/file/bot${token}/`) ? stored.get(path.split('/').at(-1) ?? '') : undefined
      if (file !== undefined) return void res.writeHead(200).end(file)
      const [, own, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
      if (own !== token) return json(401, { ok: false, error_code: 401, description: 'Unauthorized' })
      const call = { method, ...read(req.headers['content-type'] ?? '', Buffer.concat(chunks)) }
      if (method === 'getUpdates') {
        asked.push(performance.now())
        return json(200, { ok: true, result: await news(Number(call.params['offset'] ?? 0), () => res.destroyed) })
      }
      const special = replies.map((reply) => reply(call)).find((reply) => reply !== undefined)
      calls.push(call)
      for (const each of wake.splice(0)) each()
      if (special === 'later') await released
      if (special === 'cut') return void req.socket.destroy()
      if (special === 'garbage') return void res.writeHead(200).end('<html>')
      if (special === 'half') return void res.writeHead(200, { 'content-length': '1000' }).write('{"ok":tr', () => req.socket.destroy())
      return typeof special === 'object' ? json(special.status, special.answer) : json(200, { ok: true, result: usual(call) })
    }
    const json = (status: number, body: unknown): void =>
      void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })

  /** As the real one: what was confirmed is forgotten, and who asks waits for something new, unless the server `hurries`. */
  async function news(offset: number, isGone: () => boolean): Promise<unknown[]> {
    while (updates[0] && updates[0].update_id < offset) updates.shift()
    while (updates.length === 0 && !hurries && !isGone()) await new Promise((resolve) => setTimeout(resolve, 20))
    return updates.filter(({ update_id: id }) => id >= offset)
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return {
    token,
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    calls,
    updates,
    asked,
    stored,
    /** Answers what it left unanswered ('later'). */
    release: () => release(),
    /** What was sent to people, in order. */
    sent: () => calls.filter(({ method }) => method.startsWith('send')),
    /** Answers otherwise than it should wherever that says how. */
    answers(reply: (call: BotCall) => BotReply): void {
      replies.unshift(reply)
    },
    async came(method: string, count: number): Promise<void> {
      while (calls.filter((call) => call.method === method).length < count) await new Promise<void>((resolve) => wake.push(resolve))
    },
  }
}

export type BotApiServer = Awaited<ReturnType<typeof botApiServer>>

function read(type: string, body: Buffer): Pick<BotCall, 'params' | 'files'> {
  if (!type.startsWith('multipart/')) return { params: body.length ? JSON.parse(body.toString()) : {}, files: {} }
  const params: Record<string, unknown> = {}
  const files: Record<string, string> = {}
  const border = /boundary=([^;]+)/.exec(type)?.[1] ?? ''
  for (const part of body.toString('latin1').split(`--${border}`).slice(1, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const content = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1').toString()
    const name = /[; ]name="?([^";\r]+)/i.exec(head)?.[1] ?? ''
    if (/filename=/i.test(head)) files[name] = content
    else params[name] = content
  }
  return { params, files }
}

let ids = 0
export const anna = { id: 777, is_bot: false, first_name: 'Anna', last_name: 'Smith', username: 'ann' }
export const chatOf = (from: typeof anna) => ({ id: from.id, type: 'private', first_name: from.first_name })

/** An update as Telegram sends it: a message of a person. */
export function written(fields: object, from = anna) {
  const id = ++ids
  return { update_id: 5000 + id, message: { message_id: id, date: 0, chat: chatOf(from), from, ...fields } }
}

/** A press of a button of a message that we sent. */
export function pressed(data: string, keyboard: unknown = undefined, from = anna) {
  const id = ++ids
  const message = { message_id: 1, date: 1, chat: chatOf(from), ...(keyboard !== undefined && { reply_markup: keyboard }) }
  return { update_id: 5000 + id, callback_query: { id: `q${id}`, from, chat_instance: 'c', data, message } }
}
