import { Client, type Pool } from 'pg'
import { randomUUID } from 'node:crypto'
import type { Notice, Notices } from './notices.ts'

const channel = 'voronka_notices'

/** PostgreSQL carries up to 8000 bytes in one notification. */
const mostBytes = 7900
const mostInOne = 50

/** After the connection was lost it is tried again so soon. */
const retryMs = 1000

/**
 * Notices by LISTEN and NOTIFY. They are sent in bundles beside the transactions, not in them: a transaction that notifies waits at its commit for all others
 * that do. A connection of its own listens; while it is away, nothing kept in memory is trusted.
 */
export function postgresNotices(url: string, pool: Pool, onError: (error: unknown) => void): Notices {
  const me = randomUUID()
  const listeners = new Set<(notice: Notice) => void>()
  let waiting: string[] = []
  let sending: Promise<void> | undefined
  let listening: Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const announce = (notice: Notice): void => {
    for (const listener of listeners) listener(notice)
  }

  function receive(payload: string): void {
    // Written by `send` below, of this program or of another process of it.
    const { from, notices } = JSON.parse(payload) as { from: string; notices: Notice[] }
    if (from !== me) notices.forEach(announce)
  }

  async function listen(): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'voronka listening', keepAlive: true })
    const lost = (error?: unknown): void => {
      if (listening === client) listening = undefined
      client.removeAllListeners('end').removeAllListeners('notification')
      if (closed) return
      if (error !== undefined) onError(error)
      retry = setTimeout(() => void listen(), retryMs).unref()
    }
    let gone = false
    const once = (error?: unknown) => {
      if (!gone) lost(error)
      gone = true
    }
    client.on('error', once).on('end', () => once())
    client.on('notification', ({ payload }) => receive(payload ?? '{}'))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      if (closed) return void (await client.end())
      listening = client
      announce({ type: 'missed' })
    } catch (error) {
      once(error)
    }
  }

  async function send(): Promise<void> {
    while (waiting.length) {
      const payloads = bundles(me, waiting)
      waiting = []
      try {
        await pool.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [channel, payloads])
      } catch (error) {
        onError(error)
      }
    }
    sending = undefined
  }

  void listen()
  return {
    get hears() {
      return listening !== undefined
    },
    tell(notice) {
      waiting.push(JSON.stringify(fitting(notice)))
      // Whatever else is told within this tick goes with it.
      sending ??= Promise.resolve().then(send)
    },
    hear: (call) => void listeners.add(call),
    missed: () => announce({ type: 'missed' }),
    async close() {
      closed = true
      clearTimeout(retry)
      await sending
      await listening?.end()
    },
  }
}

/** Edits that are too long to travel: whoever hears of it loads the draft anew instead. */
function fitting(notice: Notice): Notice {
  if (notice.type !== 'live' || notice.event.type !== 'draft-edited') return notice
  if (Buffer.byteLength(JSON.stringify(notice)) < mostBytes / 2) return notice
  const { revision, editor } = notice.event
  return { ...notice, event: { type: 'draft-replaced', revision, editor } }
}

/** As few notifications as they fit into. */
function bundles(from: string, notices: readonly string[]): string[] {
  const envelope = JSON.stringify({ from, notices: [] }).length
  const bundled: string[][] = []
  let bytes = Infinity
  for (const notice of notices) {
    const length = Buffer.byteLength(notice) + 1
    if (bytes + length > mostBytes || (bundled.at(-1)?.length ?? 0) >= mostInOne) {
      bundled.push([])
      bytes = envelope
    }
    bundled.at(-1)?.push(notice)
    bytes += length
  }
  return bundled.map((each) => `{"from":${JSON.stringify(from)},"notices":[${each.join(',')}]}`)
}
