import { request as send, type Agent } from 'node:http'

export interface RawAnswer {
  readonly status: number
  readonly text: string
}

/** A request as it is written: with a path that is not made tidy, and headers that `fetch` does not let one set. Of a stream of events only the head is read. */
export function rawRequest(
  url: string,
  {
    method,
    path,
    headers,
    body = '',
    agent,
  }: { method: string; path: string; headers: Record<string, string>; body?: string; agent?: Agent },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const sent = { ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }), ...headers }
    const request = send({ hostname, port, path, method, headers: sent, setHost: false, ...(agent && { agent }) }, (response) => {
      if (response.headers['content-type'] === 'text/event-stream') {
        resolve({ status: response.statusCode ?? 0, text: '' })
        return void response.destroy()
      }
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => void (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}
