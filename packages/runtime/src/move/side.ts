export type Row = Readonly<Record<string, unknown>>

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** In the order in which rows are read: what refers to another row of its table comes after it. */
  readonly key: readonly string[]
  /** The column that counts by itself, with the highest number that it gave so far. */
  readonly counter?: { readonly column: string; readonly last: number }
}

/** One database of a copy, inside one transaction. */
export interface Side {
  count(table: Table): Promise<number>
  /** Everything in the table, in pieces. */
  read(table: Table): AsyncIterable<readonly Row[]>
  write(table: Table, rows: readonly Row[]): Promise<void>
  /** What counts goes on behind the rows that came. */
  setCounter(table: Table): Promise<void>
  commit(): Promise<void>
  /** After a failure: nothing has been changed. */
  rollback(): Promise<void>
}

/** Rows that are read and written at once. */
export const pieceRows = 500
