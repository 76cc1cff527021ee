import { csrfHeader, failureSchema, whoAmI } from '@voronka/api'
import type { Endpoint } from '@voronka/api'
import { ApiError } from './api-error.ts'
import { csrfToken, keepCsrfToken } from './csrf.ts'

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The browser sends it to the end even when the page goes away meanwhile (at most 64 KB). */
  readonly keepalive?: boolean
}

type Listener = () => void
const signedOut = new Set<Listener>()

/** Tells when the server no longer knows who calls: the session was ended or has run out. */
export function whenSignedOut(listener: Listener): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

/** Calls an operation of the contract and reads its answer. Throws `ApiError`, or `AbortError` when `signal` says stop. */
export async function call<In, Out>(endpoint: Endpoint<In, Out>, input: In, options: CallOptions = {}): Promise<Out> {
  const askedWith = csrfToken()
  const answer = await send(endpoint, input, options).catch(async (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    // What was asked before somebody signed in again says nothing of his session now.
    if (error.code === 'not-signed-in' && askedWith === csrfToken()) for (const tell of signedOut) tell()
    // Another page of this browser signed in since: its token is that of the session now.
    if (error.code !== 'no-token') throw error
    keepCsrfToken(whoAmI.output.parse(await send(whoAmI, {}, {})).csrfToken)
    return send(endpoint, input, options)
  })
  return endpoint.output.parse(answer)
}

async function send(endpoint: Endpoint, input: unknown, { signal, keepalive }: CallOptions): Promise<unknown> {
  const { url, body } = requestOf(endpoint, input)
  const response = await fetch(url, {
    method: endpoint.method.toUpperCase(),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(endpoint.method !== 'get' && csrfToken() !== '' && { [csrfHeader]: csrfToken() }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'same-origin',
    signal,
    keepalive,
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new ApiError(0, 'offline', 'The server cannot be reached.')
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw failureOf(response, answer)
  return answer
}

/** Where the request goes and what it carries: path parameters and query fields are taken out of the input, the rest is the body. */
export function requestOf(
  { method, path, params, query }: Pick<Endpoint, 'method' | 'path' | 'params' | 'query'>,
  input: unknown,
): { url: string; body: Record<string, unknown> | undefined } {
  const rest = new Map(Object.entries(input ?? {}))
  const take = (name: string): unknown => {
    const value: unknown = rest.get(name)
    rest.delete(name)
    return value
  }
  const placed = Object.keys(params.shape).reduce(
    (filled, name) => filled.replace(`:${name}`, encodeURIComponent(String(take(name)))),
    path,
  )
  const search = new URLSearchParams()
  for (const name of Object.keys(query.shape)) {
    const value = take(name)
    // Switches of a query are written 0 and 1.
    if (value !== undefined) search.set(name, typeof value === 'boolean' ? String(Number(value)) : String(value))
  }
  const url = search.size ? `${placed}?${search}` : placed
  return { url, body: method === 'get' || method === 'delete' ? undefined : Object.fromEntries(rest) }
}

function failureOf({ status, statusText, headers }: Response, answer: unknown): ApiError {
  const read = failureSchema.safeParse(answer)
  if (!read.success) return new ApiError(status, status >= 500 ? 'offline' : 'unknown', statusText || `HTTP ${status}`)
  const { code, message, details } = read.data.error
  const wait = Number(headers.get('retry-after'))
  return new ApiError(status, code, message, details, wait > 0 ? wait : undefined)
}
