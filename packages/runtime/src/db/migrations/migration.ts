/** One step of the database's form. */
export interface Migration {
  /** Counts upwards from 1; the database remembers the last one applied. */
  readonly number: number
  readonly name: string
  readonly sql: string
}
