import type { Setting } from '@voronka/api'
import type { Secrets } from '../secrets/secrets.ts'
import type { OpenConnection } from './connection-work.ts'
import type { ConnectionRow } from './connections.store.ts'

export type Fields = Readonly<Record<string, Setting>>
export type SealedSecrets = Readonly<Record<string, { readonly sealed: string; readonly ending: string }>>

/** A stored connection as its own code works with it. Throws `secret-unreadable` where the key of the secrets is another one. */
export function openConnection(row: ConnectionRow, secrets: Pick<Secrets, 'open'>): OpenConnection {
  const sealed = readSecrets(row)
  return {
    id: row.id,
    project: row.project_id,
    kind: row.kind,
    name: row.name,
    enabled: row.enabled === 1,
    settings: readSettings(row),
    secret(name) {
      const found = sealed[name]
      return found ? secrets.open(found.sealed, placeOf(row, name)) : ''
    },
    inboundKey: secrets.open(row.inbound, placeOf(row, 'inbound')),
  }
}

/** Where a secret of a connection is sealed for: it opens nowhere else. */
export const placeOf = ({ project_id, id }: Pick<ConnectionRow, 'project_id' | 'id'>, name: string): string =>
  `project:${project_id}:connection.${id}.${name}`

export const readSettings = ({ settings }: Pick<ConnectionRow, 'settings'>): Fields => JSON.parse(settings)
export const readSecrets = ({ secrets }: Pick<ConnectionRow, 'secrets'>): SealedSecrets => JSON.parse(secrets)
