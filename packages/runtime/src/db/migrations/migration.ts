/** One step of the database's form. */
export interface Migration {
  /** Counts from 1 without gaps; the database remembers the last one applied. */
  readonly number: number
  readonly name: string
  readonly sql: string
}
