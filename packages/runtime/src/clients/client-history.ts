import Database from 'better-sqlite3'

/**
 * Everything that was stored of a client's conversation, read beside a running server: first himself, then turns and messages by their moment.
 * Undefined: there is no such client.
 */
export function clientHistory(database: string, client: number): object[] | undefined {
  const db = new Database(database, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    const person = db.prepare('select id, project_id, channel, name, position, created_at from clients where id = ?').get(client)
    if (!isRow(person)) return undefined
    const turns = db.prepare('select id, at, took, version, request, trace, changed from turns where client_id = ? order by id').all(client)
    const messages = db
      .prepare('select id, turn_id, author, text, extra, block, at from messages where client_id = ? order by id')
      .all(client)
    const lines = [
      ...turns.filter(isRow).map((row) => ({ type: 'turn', ...unpacked(row, ['trace', 'changed']) })),
      ...messages.filter(isRow).map((row) => ({ type: 'message', ...unpacked(row, ['extra']) })),
    ]
    const moment = (line: object): number => ('at' in line ? Number(line.at) : 0)
    return [{ type: 'client', ...person }, ...lines.toSorted((a, b) => moment(a) - moment(b))]
  } finally {
    db.close()
  }
}

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Columns that hold JSON, as what they hold. */
const unpacked = (row: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, columns.includes(name) && typeof value === 'string' ? JSON.parse(value) : value]),
  )
