import type { IncomingMessage } from 'node:http'
import { failure } from '../errors.ts'

/** Bodies of messages (reliability-promises, P7.4). */
const largestBody = 1_000_000

/**
 * The JSON body of a request. This is the hottest path of the server, and it takes one form only: no other content type, no compression. A body
 * that is too large is refused without being read to its end.
 */
export function readJson(req: IncomingMessage): Promise<unknown> {
  const packed = (req.headers['content-encoding'] ?? 'identity') !== 'identity'
  if (packed || !/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) return Promise.reject(failure('wrong-content-type'))
  if (Number(req.headers['content-length'] ?? 0) > largestBody) return Promise.reject(failure('too-large', '1 MB'))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= largestBody) return void chunks.push(chunk)
      req.removeAllListeners('data').pause()
      reject(failure('too-large', '1 MB'))
    })
    req.on('error', reject)
    req.on('end', () => {
      try {
        resolve(JSON.parse((chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8')))
      } catch {
        reject(failure('bad-json'))
      }
    })
  })
}
