import { isArray, isDict, parseJson, type Value } from '@voronka/calculator'
import type { Request } from 'express'
import { readPairs } from './form-pairs.ts'

/** Larger bodies are refused: a list of a hundred thousand ids fits in, a file does not. */
export const largestBody = 10_000_000

/** What a foreign program sent: its parameters by name, and the body as it came when it was JSON. */
export interface SentParameters {
  readonly fields: ReadonlyMap<string, Value>
  readonly json?: Value | undefined
  /** Byte by byte as it came; empty: there was none. */
  readonly body: Buffer
}

/** A request that says nothing that could be read. */
export class UnreadableRequest extends Error {
  override readonly name = 'UnreadableRequest'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const fail = (status: number, message: string): UnreadableRequest => new UnreadableRequest(status, message)

/**
 * Parameters of the compatible APIs, in rising priority: the query, a form, a JSON body (http-api, section 1; leads-api, section 1). It reads the body
 * itself: mount its route before any body parser. Throws `UnreadableRequest`.
 */
export async function readParameters(req: Request): Promise<SentParameters> {
  const at = req.url.indexOf('?')
  const query = pairs(new URLSearchParams(at === -1 ? '' : req.url.slice(at)))
  const body = hasBody(req) ? await readBody(req) : Buffer.alloc(0)
  if (body.length === 0) return { fields: query, body }
  const { fields, json } = await readContent(body, req.headers['content-type'] ?? '')
  return { fields: new Map([...query, ...fields]), json, body }
}

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** What is refused is read to its end and forgotten, so that its sender hears why. */
function readBody(req: Request): Promise<Buffer> {
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') throw fail(415, 'The body must not be compressed')
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= largestBody) return void chunks.push(chunk)
      chunks.length = 0
      reject(fail(413, `The request is larger than ${largestBody / 1_000_000} MB`))
    })
    req.on('error', () => reject(fail(400, 'The request broke off')))
    req.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
  })
}

interface Content {
  readonly fields: ReadonlyMap<string, Value>
  readonly json?: Value
}

async function readContent(body: Buffer, type: string): Promise<Content> {
  if (/^multipart\/form-data/i.test(type)) return { fields: await readMultipart(body, type) }
  const text = body.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') return { fields: new Map() }
  // Programs that post JSON often forget to say so.
  const read = /^\s*[[{"]/.test(text) || isJson(type) ? parseJson(text) : undefined
  const json = read !== undefined && text.includes('\\u0000') ? withoutNul(read) : read
  if (json !== undefined && (isDict(json) || isArray(json))) return { fields: isDict(json) ? json : new Map(), json }
  if (isJson(type) || json !== undefined || !text.includes('=')) throw fail(400, 'Error in body format')
  return { fields: pairs(new URLSearchParams(text)) }
}

/** No database keeps that character in a text. */
function withoutNul(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (isArray(value)) return value.map(withoutNul)
  return isDict(value) ? new Map([...value].map(([name, inner]) => [name.replaceAll('\0', ''), withoutNul(inner)])) : value
}

const isJson = (type: string): boolean => /^application\/(.+\+)?json/i.test(type)

/** Files in it are passed over. */
async function readMultipart(body: Buffer, type: string): Promise<ReadonlyMap<string, Value>> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    return pairs([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  } catch {
    throw fail(400, 'Error in body format')
  }
}

function pairs(from: Iterable<readonly [string, string]>): ReadonlyMap<string, Value> {
  const read = readPairs(from)
  if (!read) throw fail(400, 'Too many parameters')
  return read
}
