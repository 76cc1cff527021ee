import type { Side, Table } from './side.ts'

/** The other database holds something already: it is never mixed with what is copied. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty'
}

export interface TableCopied {
  readonly table: string
  readonly rows: number
}

/** Who is at work belongs to the database that he works on. */
const notCopied: ReadonlySet<string> = new Set(['processes'])

/**
 * Copies everything into a database that is empty, all or nothing, and counts each table on both sides. `tell` hears how many rows of a table
 * have come so far.
 */
export async function copyEverything(
  tables: readonly Table[],
  from: Side,
  to: Side,
  tell: (table: string, rows: number) => void,
): Promise<TableCopied[]> {
  const copied: TableCopied[] = []
  const wanted = tables.filter(({ name }) => !notCopied.has(name))
  for (const table of wanted) {
    const rows = await to.count(table)
    if (rows) throw new NotEmpty(`The database to copy to is not empty: the table ${table.name} has ${rows} rows. Choose an empty one.`)
  }
  for (const table of wanted) {
    let rows = 0
    for await (const piece of from.read(table)) {
      await to.write(table, piece)
      tell(table.name, (rows += piece.length))
    }
    await to.setCounter(table)
    const [there, here] = [await from.count(table), await to.count(table)]
    if (there !== here) throw new Error(`The table ${table.name} has ${there} rows, and ${here} arrived.`)
    copied.push({ table: table.name, rows: here })
  }
  return copied
}
