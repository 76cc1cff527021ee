import { drive } from '@voronka/flow/engine'
import { Router, type Request } from 'express'
import type { Installation } from '../installation.ts'
import type { NewsRow } from './call-news.store.ts'

const largestBody = 1_000_000
const ok = { status: 'ok' } as const

/** The last part of the address says what is told. */
const kinds: ReadonlyMap<string, NewsRow['kind']> = new Map([
  ['status', 'status'],
  ['ivr', 'digit'],
])

/**
 * `POST /webhooks/zvonobot/<secret>/status` and `/ivr` (telephony, section 6): whatever comes is thanked for, garbage and strangers too, so that nobody
 * learns anything here. What can be read is on disk before that, and is worked off later. Mount it before any body parser.
 */
export function callWebhooks(installation: Installation): Router {
  const router = Router()
  for (const provider of installation.calls.providers) {
    if (!provider.told) continue
    router.all(`/webhooks/${provider.kind}/:key/:what`, async (req, res) => {
      const kind = req.method === 'POST' ? kinds.get(String(req.params['what'])) : undefined
      // What only reads waits for no commit.
      const connection = kind && (await drive(installation.connections.byInbound(String(req.params['key']))))
      if (kind && connection?.kind === provider.kind) {
        const body = await readBody(req)
        if (body !== undefined) await installation.calls.take(connection.project, provider.kind, kind, body)
      }
      res.setHeader('Cache-Control', 'no-store')
      // What was not read is not waited for: the connection ends with the answer.
      if (!req.complete) res.setHeader('Connection', 'close')
      res.status(200).json(ok)
    })
  }
  return router
}

/** The JSON that came, as it is stored; undefined: it is none, or too large, or broke off. */
function readBody(req: Request): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const hear = (chunk: Buffer): void => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= largestBody) return
      req.off('data', hear)
      resolve(undefined)
    }
    req.on('data', hear)
    req.once('error', () => resolve(undefined)).once('close', () => resolve(undefined))
    req.once('end', () => resolve(size <= largestBody ? asJson(Buffer.concat(chunks).toString('utf8')) : undefined))
  })
}

function asJson(text: string): string | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return undefined
    // No database keeps that character in a text.
    return text.includes('\\u0000') || text.includes('\0') ? JSON.stringify(read).replaceAll('\\u0000', '') : text
  } catch {
    return undefined
  }
}
