import type Database from 'better-sqlite3'
import { pieceRows, type Row, type Side, type Table } from './side.ts'

const quoted = (name: string): string => `"${name}"`
const names = (columns: readonly string[]): string => columns.map(quoted).join(', ')

export function sqliteSide(connection: Database.Database): Side {
  connection.exec('begin immediate')
  return {
    count: async ({ name }) =>
      Number(
        connection
          .prepare(`select count(*) from ${quoted(name)}`)
          .pluck()
          .get(),
      ),
    async *read({ name, columns, key }) {
      const rows = connection.prepare<unknown[], Row>(`select ${names(columns)} from ${quoted(name)} order by ${names(key)}`).iterate()
      let piece: Row[] = []
      for (const row of rows) {
        if (piece.push(row) < pieceRows) continue
        yield piece
        piece = []
      }
      if (piece.length) yield piece
    },
    async write({ name, columns }, rows) {
      const insert = connection.prepare(`insert into ${quoted(name)} (${names(columns)}) values (${columns.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(columns.map((column) => row[column]))
    },
    async setCounter({ name, counter }) {
      if (!counter || !hasCounters(connection)) return
      connection.prepare('update sqlite_sequence set seq = max(seq, ?) where name = ?').run(counter.last, name)
    },
    async commit() {
      connection.exec('commit')
    },
    async rollback() {
      if (connection.inTransaction) connection.exec('rollback')
    },
  }
}

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

/** The tables of this program as SQLite knows them, each after those that it refers to. */
export function tablesOf(connection: Database.Database): Table[] {
  const found = connection
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .all()
  const waiting = new Map(found.map(({ name }) => [name, tableOf(connection, name)]))
  const refersTo = (name: string) =>
    connection
      .prepare<[string], { table: string }>('select "table" from pragma_foreign_key_list(?)')
      .all(name)
      .flatMap(({ table }) => (table === name ? [] : table))
  const ordered: Table[] = []
  while (waiting.size) {
    const ready = [...waiting.values()].filter(({ name }) => refersTo(name).every((other) => !waiting.has(other)))
    if (!ready.length) throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}.`)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}

function tableOf(connection: Database.Database, name: string): Table {
  const columns = connection.prepare<[string], Column>('select name, type, pk from pragma_table_info(?)').all(name)
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const table = { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) }
  const [only, second] = key
  if (!only || second || only.type.toLowerCase() !== 'integer') return table
  const given = hasCounters(connection) && connection.prepare('select seq from sqlite_sequence where name = ?').pluck().get(name)
  return { ...table, counter: { column: only.name, last: Number(given ?? 0) } }
}

const hasCounters = (connection: Database.Database): boolean =>
  connection.prepare("select 1 from sqlite_schema where name = 'sqlite_sequence'").get() !== undefined
