import { request, type Agent } from 'undici'
import { egressLimits } from './egress-limits.ts'
import type { Exchanged } from './egress.ts'
import { redirected, type Hop } from './hop.ts'
import { readBytes } from './read-body.ts'

/** Asks there, and on wherever it is sent. Throws when there is no answer that can be read. */
export async function follow(
  first: Hop,
  dispatcher: Agent,
  { signal, followRedirects, mostBytes }: { signal: AbortSignal; followRedirects: boolean; mostBytes: number },
): Promise<Exchanged> {
  let hop = first
  for (let followed = 0; ; followed++) {
    const { url, method, headers, body } = hop
    const answer = await request(url.href, {
      dispatcher,
      signal,
      method: method as 'GET',
      headers: Object.fromEntries(headers),
      body,
    })
    const location = answer.headers['location']
    const next = followRedirects && typeof location === 'string' ? redirected(hop, answer.statusCode, location) : undefined
    if (!next) {
      const header = (name: string) => [answer.headers[name] ?? ''].flat().join(', ')
      const bytes = await readBytes(answer.body, header('content-encoding'), mostBytes)
      const retryAfter = header('retry-after')
      return { status: answer.statusCode, bytes, contentType: header('content-type'), ...(retryAfter && { retryAfter }) }
    }
    // Cutting an answer off is an error to it, which nobody waits for.
    answer.body.on('error', () => undefined).destroy()
    if (followed === egressLimits.redirects || next === 'nowhere') throw new Error('A redirect that is not followed.')
    hop = next
  }
}
