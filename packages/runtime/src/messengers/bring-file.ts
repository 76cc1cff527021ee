import type { Fetched } from '../channels/channel-port.ts'
import { portOf } from '../channels/all.ts'
import type { Sender } from '../outbox/sender.ts'
import { bytesAsStream } from './awaited-files.ts'
import type { Messenger, MessengerTools } from './messenger-tools.ts'

export type BringFile = ReturnType<typeof createBringFile>

const bringMs = 70_000

/** Brings a file that a client sent from his messenger, once however many ask for it at the same time. Always answers; undefined: it is here, or nobody awaits it. */
export function createBringFile(tools: MessengerTools) {
  const { context, files, awaited } = tools
  const underWay = new Map<string, Promise<Exclude<Fetched, { kind: 'file' }> | undefined>>()

  async function bring(id: string): Promise<Exclude<Fetched, { kind: 'file' }> | undefined> {
    const { row, connection } = await context.db.transaction(function* () {
      const found = yield* awaited.find(id)
      return { row: found, connection: found && (yield* context.connections.byId(found.connection_id)) }
    })
    const port = portOf(connection?.kind)
    if (!row || !connection || !port) return undefined
    const fetched = await port.fetchFile(tools.lineOf(connection), row.outside_id)
    if (fetched.kind === 'failed') return fetched
    if (fetched.kind === 'refused') {
      await context.db.transaction(() => awaited.remove(id))
      return fetched
    }
    await files.expectRoom()
    const written = await files.storage.write(bytesAsStream(fetched.bytes), id)
    await files.keep({ ...written, sentName: row.name }, { project: row.project_id, client: row.client_id }, () => awaited.remove(id))
    return undefined
  }

  return (id: string): ReturnType<typeof bring> => {
    const known = underWay.get(id)
    if (known) return known
    const begun = bring(id)
      .catch((error: unknown) => {
        tools.onError(error, { what: 'file of a messenger', file: id })
        return { kind: 'failed', reason: 'It could not be stored.' } as const
      })
      .finally(() => underWay.delete(id))
    underWay.set(id, begun)
    return begun
  }
}

/** Files that nobody asks for are brought, too: some day the messenger has them no more. */
export const fileBringer = ({ port }: Messenger, bring: BringFile): Sender => ({
  kind: `${port.kind}-files`,
  atOnce: 2,
  longestMs: bringMs,
  async send({ message: id }) {
    const missing = await bring(id)
    if (!missing) return { kind: 'accepted', id: null }
    if (missing.kind === 'refused') return missing
    return missing.afterMs === undefined ? missing : { kind: 'later', afterMs: missing.afterMs, reason: missing.reason }
  },
})
