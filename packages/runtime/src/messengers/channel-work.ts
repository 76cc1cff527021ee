import type { Account } from '../channels/channel-port.ts'
import type { CheckResult, ConnectionWork, OpenConnection } from '../connections/connection-work.ts'
import { Overloaded, type Worker } from '../worker/contract.ts'
import { createFeeds } from './feeds.ts'
import { hookAddress, hookPath } from './hook-address.ts'
import { giveUpQueue } from './mark-message.ts'
import type { Messenger } from './messenger-tools.ts'
import { createTakeIn } from './take-in.ts'
import { queueOfFiles, queueOfMessages } from './queue-of.ts'

/** What stands behind the connection of a messenger: its channel comes and goes with it, and its news are brought here. */
export interface ChannelWork extends ConnectionWork {
  /** The messenger posted this to the address of the connection. */
  take(connection: OpenConnection, posted: Omit<Posted, 'header'>): Promise<void>
  isGenuine(connection: OpenConnection, header: Posted['header']): boolean
}

interface Posted {
  readonly header: (name: string) => string | undefined
  readonly body: unknown
  readonly request: string
}

export function channelWork({ port, tools }: Messenger): ChannelWork {
  const { context, rows } = tools
  const { outbox, channels } = context
  let listening: { feeds: ReturnType<typeof createFeeds>; takeIn: ReturnType<typeof createTakeIn> } | undefined

  /** Asks who we are there, and opens the channel of that name. */
  async function meet(connection: OpenConnection): Promise<Account | { readonly reason: string }> {
    const account = await port.account(tools.lineOf(connection))
    if ('reason' in account) return account
    const taken = await rows.adopt(port, connection, account)
    return taken ? account : { reason: 'connected-already' }
  }

  async function known(connection: OpenConnection): Promise<Account | undefined> {
    const met = await meet(connection)
    return 'reason' in met ? undefined : met
  }

  return {
    kind: port.kind,

    async check(connection): Promise<CheckResult> {
      const met = await meet(connection)
      if ('reason' in met) return { ok: false, reason: met.reason, facts: {} }
      const posts = hookAddress(port, tools, connection) !== undefined
      const reason = connection.settings['mode'] === 'webhook' && !posts ? 'no-public-address' : ''
      const told = Object.entries(met.facts).filter(([, value]) => value !== '')
      return { ok: reason === '', reason, facts: { ...Object.fromEntries(told), mode: posts ? 'webhook' : 'polling' } }
    },

    async ask(connection, request) {
      return (await port.call?.(tools.lineOf(connection), request)) ?? { status: 0, body: '', failure: 'bad-request' }
    },

    named: (project, account) => rows.named(project, port.kind, account),
    inbound: (connection) => ({ webhook: hookPath(port, connection) }),
    switched: ({ id, enabled }) => rows.switched(id, enabled),

    *disconnected({ id }) {
      yield* giveUpQueue(context, tools.outsideMessages, queueOfMessages(port.kind, id), 'The channel is not connected')
      yield* outbox.removeQueue(queueOfMessages(port.kind, id))
      yield* outbox.removeQueue(queueOfFiles(port.kind, id))
      yield* rows.release(id)
    },

    changed(id, connection) {
      channels.forgetAll()
      if (connection) listening?.feeds.begin(connection)
      else void listening?.feeds.leave(id)
    },

    start(connections, worker: Worker) {
      const takeIn = createTakeIn({ port, tools }, worker)
      listening = { takeIn, feeds: createFeeds({ port, tools }, takeIn, known) }
      connections.forEach(listening.feeds.begin)
    },

    stop: async () => listening?.feeds.stop(),

    isGenuine: (connection, header) => port.isGenuine(tools.lineOf(connection), header),

    async take(connection, { body, request }) {
      if (!listening) throw new Overloaded('The server is starting.')
      await listening.takeIn(connection, body, request)
    },
  }
}
