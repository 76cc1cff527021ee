import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Line } from '../channels/channel-port.ts'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { MessengerTools } from './messenger-tools.ts'

/** What a port works through: everything goes out by the guard, to nowhere else than it is asked to (no redirect is followed), and files are the project's own. */
export const lineOf =
  ({ context: { db, fileRows }, egress, allowedHosts, files }: Pick<MessengerTools, 'context' | 'egress' | 'allowedHosts' | 'files'>) =>
  (connection: OpenConnection): Line => ({
    connection,
    async send(request) {
      const allowed = await allowedHosts.of(connection.project)
      const { status, bytes, failure, unsent } = await egress.exchange({ ...request, allowed, followRedirects: false })
      return { status, bytes, failure, unsent }
    },
    async ownFile(url) {
      const row = await db.transaction(() => fileRows.ofProject(connection.project, url))
      if (!row) return undefined
      return { bytes: await readFile(join(files.storage.folder, files.storage.pathOf(row.id))), name: row.name, type: row.type }
    },
  })
