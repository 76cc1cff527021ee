import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CannotStart } from '../config/cannot-start.ts'
import { UsageError, type Command, type Io } from './command.ts'
import { readFlags } from './flags.ts'

export const copy: Command = {
  name: 'copy',
  summary: 'Moves an installation to another database: copies everything, table by table, and counts it on both sides.',
  usage: 'voronka copy --from sqlite:FILE-OR-DATA-FOLDER --to postgres://user:password@host/name   (or the other way round)',
  async run(args, io) {
    const { values, positionals } = readFlags(args, { from: { type: 'string' }, to: { type: 'string' } })
    if (positionals.length || !values.from || !values.to) throw new UsageError('Say where from and where to.')
    const [from, to] = [placeOf(values.from), placeOf(values.to)]
    if ((from.kind === 'sqlite') === (to.kind === 'sqlite')) throw new UsageError('One of them is SQLite and the other PostgreSQL.')
    try {
      return await copyBetween(from, to, io)
    } catch (error) {
      io.stderr.write(`Nothing was copied. ${error instanceof Error ? error.message : String(error)}\n`)
      return 1
    }
  },
}

interface Place {
  readonly kind: 'sqlite' | 'postgres'
  /** Path of the file, or address. */
  readonly where: string
}

function placeOf(text: string): Place {
  if (/^postgres(ql)?:\/\//.test(text)) return { kind: 'postgres', where: text }
  if (/^postgres:postgres(ql)?:\/\//.test(text)) return { kind: 'postgres', where: text.slice('postgres:'.length) }
  if (!text.startsWith('sqlite:') || text === 'sqlite:') {
    throw new UsageError(`${JSON.stringify(text)} is no database. Write sqlite:PATH or postgres://user:password@host/name.`)
  }
  const path = resolve(text.slice('sqlite:'.length))
  return { kind: 'sqlite', where: existsSync(path) && statSync(path).isDirectory() ? resolve(path, 'voronka.db') : path }
}

async function copyBetween(from: Place, to: Place, io: Io): Promise<number> {
  const [
    { takeDataFolder },
    { openSqlite },
    { openPostgres },
    { copyEverything },
    { sqliteSide, tablesOf },
    { postgresSide },
    { planEverything, prepareJobs },
  ] = await Promise.all([
    import('../config/data-folder.ts'),
    import('../db/sqlite.ts'),
    import('../db/postgres.ts'),
    import('../move/copy-everything.ts'),
    import('../move/sqlite-side.ts'),
    import('../move/postgres-side.ts'),
    import('../processes/graphile-jobs.ts'),
  ])
  const [file, url] = from.kind === 'sqlite' ? [from.where, to.where] : [to.where, from.where]
  if (from.kind === 'sqlite' && !existsSync(file)) throw new CannotStart(`There is no database ${file}.`)
  // No server works on the file meanwhile.
  const folder = takeDataFolder(dirname(file))
  const sqlite = openSqlite(file)
  const postgres = await openPostgres(url).catch((error: unknown) => {
    void sqlite.close()
    folder.release()
    throw error
  })
  if (to.kind === 'postgres') await prepareJobs(url)
  const client = await postgres.pool.connect()
  const sides = { sqlite: sqliteSide(sqlite.connection), postgres: await postgresSide(client) }
  try {
    const began = Date.now()
    const tell = (table: string, rows: number) => void (rows % 50_000 === 0 && io.stdout.write(`  ${table}: ${rows} rows so far\n`))
    const copied = await copyEverything(tablesOf(sqlite.connection), sides[from.kind], sides[to.kind], tell)
    if (to.kind === 'postgres') await planEverything(client)
    await sides[to.kind].commit()
    const full = copied.filter(({ rows }) => rows > 0)
    for (const { table, rows } of full) io.stdout.write(`${table.padEnd(24)}${String(rows).padStart(10)} rows, counted on both sides\n`)
    if (full.length < copied.length) io.stdout.write(`${copied.length - full.length} tables are empty on both sides.\n`)
    const all = full.reduce((sum, { rows }) => sum + rows, 0)
    io.stdout.write(`Copied ${all} rows in ${((Date.now() - began) / 1000).toFixed(1)} s. Files stay in the data folder.\n`)
    return 0
  } finally {
    await sides.sqlite.rollback()
    await sides.postgres.rollback()
    client.release()
    await postgres.close()
    await sqlite.close()
    folder.release()
  }
}
