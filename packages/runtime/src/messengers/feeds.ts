import { randomUUID } from 'node:crypto'
import type { Account } from '../channels/channel-port.ts'
import type { OpenConnection } from '../connections/connection-work.ts'
import { longestPause } from './pause.ts'
import { pause } from './pause.ts'
import { feedsStore } from './feeds.store.ts'
import type { Messenger } from './messenger-tools.ts'
import { hookAddress } from './hook-address.ts'

/** A process that does not move on for so long has died. */
const heldMs = 90_000
const firstPauseMs = 1000
/** One that answers at once with nothing new, as a broken proxy does instead of waiting, is asked no more often. */
const leastMs = 1000

interface Running {
  readonly connection: OpenConnection
  readonly stop: AbortController
  readonly done: Promise<void>
}

/**
 * Brings a messenger's news here: where it can reach this server it is told to post them, else it is asked, by one process of those on a database and
 * from where it was asked last, so that a restart loses nothing.
 */
export function createFeeds(
  { port, tools }: Messenger,
  takeIn: (connection: OpenConnection, told: unknown) => Promise<void>,
  meet: (connection: OpenConnection) => Promise<Account | undefined>,
) {
  const { context, onError } = tools
  const { db, clock } = context
  const store = feedsStore(db)
  const holder = randomUUID()
  const running = new Map<number, Running>()

  async function run(connection: OpenConnection, signal: AbortSignal): Promise<void> {
    let failures = 0
    const again = () => pause(Math.min(firstPauseMs * 2 ** failures++, longestPause), signal)
    while (!signal.aborted) {
      try {
        if (!(await meet(connection))) await again()
        else if (hookAddress(port, tools, connection) !== undefined) {
          if (!(await subscribe(connection))) return
          await again()
        } else {
          await poll(connection, signal, () => (failures = 0))
          await again()
        }
      } catch (error) {
        onError(error, { what: 'channel', connection: connection.id })
        await again()
      }
    }
  }

  /** Why it does not post. */
  async function subscribe(connection: OpenConnection): Promise<string | undefined> {
    const refusal = await port.subscribe(tools.lineOf(connection), hookAddress(port, tools, connection) ?? null)
    return refusal?.reason
  }

  /** Until it fails, or another process asks. */
  async function poll(connection: OpenConnection, signal: AbortSignal, went: () => void): Promise<void> {
    const line = tools.lineOf(connection)
    let isSilent = false
    while (!signal.aborted) {
      const now = clock.now()
      const position = await db.transaction(() => store.hold(connection.id, holder, now, now + heldMs))
      if (position === undefined) return
      // While it posts it answers no questions.
      if (!isSilent && (await port.subscribe(line, null))) return
      isSilent = true
      const began = performance.now()
      const asked = await port.ask(line, position, signal)
      if ('reason' in asked) {
        if (asked.afterMs !== undefined) await pause(asked.afterMs, signal)
        return
      }
      for (const told of asked.told) await takeIn(connection, told)
      if (asked.position !== position && !(await db.transaction(() => store.moveOn(connection.id, holder, asked.position)))) return
      went()
      if (asked.position === position) await pause(leastMs - (performance.now() - began), signal)
    }
  }

  async function end(id: number): Promise<Running | undefined> {
    const old = running.get(id)
    if (!old) return undefined
    running.delete(id)
    old.stop.abort()
    await old.done
    return old
  }

  return {
    begin(connection: OpenConnection): void {
      const stop = new AbortController()
      const before = end(connection.id)
      const done = before.then(() => run(connection, stop.signal)).catch((error: unknown) => onError(error, { what: 'channel' }))
      running.set(connection.id, { connection, stop, done })
    },

    /** It is gone, or switched off: it posts no more. */
    async leave(id: number): Promise<void> {
      const old = await end(id)
      if (old) await port.subscribe(tools.lineOf(old.connection), null)
    },

    async stop(): Promise<void> {
      const ended = [...running.keys()]
      await Promise.all(ended.map(end))
      for (const id of ended) await db.transaction(() => store.letGo(id, holder))
    },
  }
}
