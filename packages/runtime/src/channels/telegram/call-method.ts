import type { OutboundAnswer, OutboundRequest } from '@voronka/functions'
import type { Line } from '../channel-port.ts'
import { rootOf } from './bot-api.ts'

/** Where scripts name a file: by its address, or by Telegram's own name for it. */
const fileFields: Readonly<Record<string, string>> = { sendPhoto: 'photo', sendDocument: 'document' }

/** What a script asks of the Bot API, as it stands. A file of ours goes along with it, so that Telegram need not reach us. */
export async function callMethod(line: Line, { url: method, body, timeoutMs }: OutboundRequest): Promise<OutboundAnswer> {
  if (!/^[A-Za-z]{1,60}$/.test(method)) return { status: 0, body: '', failure: 'bad-request' }
  const payload = (await withOwnFile(line, fileFields[method], body)) ?? { type: 'application/json', bytes: body }
  const { status, bytes, failure } = await line.send({
    method: 'POST',
    url: `${rootOf(line)}/bot${line.connection.secret('token')}/${method}`,
    headers: [['Content-Type', payload.type]],
    body: payload.bytes,
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
  return { status, body: Buffer.from(bytes).toString('utf8'), ...(failure && { failure }) }
}

/** Undefined: it names none of ours. */
async function withOwnFile(
  line: Line,
  field: string | undefined,
  body: string | null,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  if (field === undefined || body === null) return undefined
  // Written by the functions of the library: an object.
  const params = new Map<string, unknown>(Object.entries(JSON.parse(body)))
  const file = await line.ownFile(String(params.get(field)))
  if (!file) return undefined
  const form = new FormData()
  for (const [name, value] of params) if (name !== field) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  form.append(field, new Blob([Buffer.from(file.bytes)], { type: file.type }), file.name)
  const written = new Response(form)
  return { type: written.headers.get('content-type') ?? '', bytes: new Uint8Array(await written.arrayBuffer()) }
}
