import type { Response } from 'express'
import type { Look } from './every-request.ts'

/** Knows the answers that never end by themselves, so that a stop can end them; their readers come back to the server that follows. */
export function openStreams(): { readonly watch: Look; end(): void } {
  const open = new Set<Response>()
  let ended = false
  const isStream = (res: Response) => String(res.getHeader('content-type') ?? '').startsWith('text/event-stream')
  return {
    watch: (req, res) => {
      // Once stopping, an answer is the last one of its connection.
      if (ended) res.setHeader('Connection', 'close')
      if (req.method === 'GET') {
        open.add(res)
        res.on('close', () => open.delete(res))
      }
    },
    end() {
      ended = true
      for (const res of open) if (res.headersSent && isStream(res)) res.end()
    },
  }
}
