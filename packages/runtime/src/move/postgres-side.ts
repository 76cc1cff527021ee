import type { PoolClient } from 'pg'
import { pieceRows, type Row, type Side } from './side.ts'

const quoted = (name: string): string => `"${name}"`
const names = (columns: readonly string[]): string => columns.map(quoted).join(', ')

/** PostgreSQL takes so many values in one statement. */
const mostValues = 60_000

export async function postgresSide(client: PoolClient): Promise<Side> {
  // Everything as it was at the beginning, whatever is written meanwhile; and no copy is too large for the usual time of a statement.
  await client.query('begin isolation level repeatable read')
  await client.query('set local statement_timeout = 0')
  return {
    async count({ name }) {
      const { rows } = await client.query<{ count: number }>(`select count(*) as count from ${quoted(name)}`)
      return Number(rows[0]?.count)
    },
    async *read({ name, columns, key }) {
      await client.query(`declare copied no scroll cursor for select ${names(columns)} from ${quoted(name)} order by ${names(key)}`)
      for (;;) {
        const { rows } = await client.query<Row>(`fetch ${pieceRows} from copied`)
        if (!rows.length) break
        yield rows
      }
      await client.query('close copied')
    },
    async write({ name, columns }, rows) {
      const most = Math.floor(mostValues / columns.length)
      for (let at = 0; at < rows.length; at += most) {
        const piece = rows.slice(at, at + most)
        const places = piece.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
        const values = piece.flatMap((row) => columns.map((column) => storable(row[column])))
        await client.query(`insert into ${quoted(name)} (${names(columns)}) values ${places.join(', ')}`, values)
      }
    },
    async setCounter({ name, counter }) {
      if (!counter) return
      const next = `greatest((select max(${quoted(counter.column)}) from ${quoted(name)}), $2::bigint, 0) + 1`
      await client.query(`select setval(pg_get_serial_sequence($1, '${counter.column}'), ${next}, false)`, [quoted(name), counter.last])
    },
    async commit() {
      await client.query('commit')
    },
    async rollback() {
      await client.query('rollback')
    },
  }
}

/** A text of PostgreSQL holds every character but this one. */
const storable = (value: unknown): unknown => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value)
