import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { portOf } from '../channels/all.ts'
import type { Line } from '../channels/channel-port.ts'
import { databaseOf } from '../config/data-folder.ts'
import { readSecretKey, secretKeyFile } from '../config/secret-key.ts'
import type { Settings } from '../config/settings.ts'
import type { ConnectionRow } from '../connections/connections.store.ts'
import { openConnection } from '../connections/open-connection.ts'
import { formOf } from '../db/check-database.ts'
import { newestForm } from '../db/migrate.ts'
import { connected, postgresPool } from '../db/postgres-pool.ts'
import { readAllowedHost } from '../egress/allow-list.ts'
import { createEgress, type Egress } from '../egress/egress.ts'
import { Failure } from '../errors.ts'
import { createSecrets } from '../secrets/secrets.ts'
import { error, ok, type Examination, type Outcome } from './finding.ts'

/** Whether the bots of the projects still come in at their messengers. */
export const messengerExaminations: readonly Examination[] = [
  { name: 'messengers', of: 'any', look: ({ settings }) => messengers(settings) },
]

/** So many are asked side by side. */
const atOnce = 16

async function messengers(settings: Settings): Promise<Outcome> {
  const stored = await (settings.databaseUrl === '' ? ofSqlite(databaseOf(settings.data)) : ofPostgres(settings.databaseUrl))
  if (!stored) return ok('No messengers were asked: there is no database of the present form.')
  const bots = stored.connections.filter(({ kind }) => portOf(kind))
  if (bots.length === 0) return ok('No messengers are connected.')
  if (settings.secretKey === '' && !existsSync(secretKeyFile(settings.data)))
    return ok('No messengers were asked: the key of the secrets is missing.')
  const egress = createEgress()
  try {
    const refused: string[] = []
    for (let at = 0; at < bots.length; at += atOnce) {
      const asked = bots.slice(at, at + atOnce).map((bot) => ask(bot, stored, settings, egress))
      refused.push(...(await Promise.all(asked)).filter((says) => says !== undefined))
    }
    if (refused.length === 0) return ok(`${bots.length} connected messengers answer.`)
    return error(
      refused.join(' '),
      'Open the connection in the settings of its project: enter a new token, or switch it off. Where nothing is reached at all, look at the network of this machine.',
    )
  } finally {
    await egress.close()
  }
}

/** Undefined: all is well. */
async function ask(row: ConnectionRow, { hosts }: Stored, settings: Settings, egress: Egress): Promise<string | undefined> {
  const who = `${row.kind}${row.name && ` "${row.name}"`} of project ${row.project_id}`
  try {
    const connection = openConnection(row, createSecrets(readSecretKey(settings)))
    const own = hosts.filter(({ project_id }) => project_id === row.project_id).flatMap(({ host }) => readAllowedHost(host) ?? [])
    const line: Line = {
      connection,
      send: (request) => egress.exchange({ ...request, allowed: [...settings.egressAllow, ...own], followRedirects: false }),
      ownFile: async () => undefined,
    }
    const account = await portOf(row.kind)?.account(line)
    return account && 'reason' in account ? `${who}: ${account.reason}.` : undefined
  } catch (fault) {
    if (fault instanceof Failure) return `${who}: its token cannot be read with this key.`
    throw fault
  }
}

interface Stored {
  readonly connections: readonly ConnectionRow[]
  readonly hosts: readonly { readonly project_id: number; readonly host: string }[]
}

const connections = `select c.* from connections c join projects p on p.id = c.project_id
  where c.enabled = 1 and p.deleted_at is null order by c.id`
const hosts = 'select project_id, host from egress_allowed order by project_id, host'

function ofSqlite(path: string): Stored | undefined {
  if (!existsSync(path) || formOf(path) !== newestForm()) return undefined
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    return {
      connections: database.prepare<[], ConnectionRow>(connections).all(),
      hosts: database.prepare<[], Stored['hosts'][number]>(hosts).all(),
    }
  } finally {
    database.close()
  }
}

async function ofPostgres(url: string): Promise<Stored | undefined> {
  const pool = postgresPool(url, { connections: 1 })
  try {
    const client = await connected(pool)
    try {
      const { rows: forms } = await client.query<{ form: number }>('select form from installation_form')
      if (forms[0]?.form !== newestForm()) return undefined
      const { rows } = await client.query<ConnectionRow>(connections)
      return { connections: rows, hosts: (await client.query<Stored['hosts'][number]>(hosts)).rows }
    } finally {
      client.release()
    }
  } catch {
    // What is wrong with the database is a finding of its own.
    return undefined
  } finally {
    await pool.end()
  }
}
