import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folderStorage } from '../files/file-storage.ts'

/**
 * A backup is one file: a copy of the database in which one more table holds the bytes of the uploaded files. A copy without that table is one of the
 * database alone.
 */
const table = 'backup_files'

interface FileRow {
  readonly id: string
  readonly size: number
  readonly sha256: string
}

/** Puts the files that the copied database names into the copy; one file is in memory at a time. Gives those whose bytes are missing. */
export function packFiles(copy: string, folder: string): { readonly packed: number; readonly missing: readonly string[] } {
  const database = new Database(copy)
  try {
    // Nobody else has this file, and it counts only when it is whole: it is synced once at the end.
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    database.exec(`create table if not exists ${table} (id text primary key, bytes blob not null) strict`)
    const add = database.prepare(`insert into ${table} values (?, ?)`)
    const missing: string[] = []
    const { pathOf } = folderStorage(folder)
    let packed = 0
    for (const { id, size } of rowsOf(database)) {
      const path = join(folder, pathOf(id))
      const bytes = existsSync(path) ? readFileSync(path) : undefined
      if (bytes?.length !== size) missing.push(id)
      else packed += add.run(id, bytes).changes
    }
    return { packed, missing }
  } finally {
    database.close()
  }
}

/** Takes the files out of a database that was a backup, into the folder; then the database is an ordinary one. False: it was a copy of the database alone. */
export function unpackFiles(path: string, folder: string): boolean {
  const database = new Database(path)
  try {
    if (!hasTable(database)) return false
    const { pathOf } = folderStorage(folder)
    const bytesOf = database.prepare<[string], Buffer>(`select bytes from ${table} where id = ?`).pluck()
    for (const id of idsOf(database)) {
      const place = join(folder, pathOf(id))
      mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
      writeFileSync(place, bytesOf.get(id) ?? Buffer.alloc(0), { mode: 0o600 })
    }
    if (existsSync(folder)) chmodSync(folder, 0o700)
    database.exec(`drop table ${table}`)
    database.exec('vacuum')
    return true
  } finally {
    database.close()
  }
}

/** Files whose bytes in the folder are not what the database says of them. */
export function wrongFiles(path: string, folder: string): string[] {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const { pathOf } = folderStorage(folder)
    return rowsOf(database).flatMap(({ id, sha256 }) => {
      const place = join(folder, pathOf(id))
      const found = existsSync(place) ? createHash('sha256').update(readFileSync(place)).digest('hex') : ''
      return found === sha256 ? [] : [id]
    })
  } finally {
    database.close()
  }
}

const exists = (database: Database.Database, name: string): boolean =>
  database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined

const hasTable = (database: Database.Database): boolean => exists(database, table)

/** A database of an earlier form has no files yet. */
const rowsOf = (database: Database.Database): FileRow[] =>
  exists(database, 'files') ? database.prepare<[], FileRow>('select id, size, sha256 from files order by id').all() : []

const idsOf = (database: Database.Database): string[] =>
  database
    .prepare<[], string>(`select id from ${table} order by id`)
    .pluck()
    .all()
    .filter((id) => /^[0-9a-f]{32}$/.test(id))
