import type { Db } from '../src/db/contract.ts'

let onPostgres: (() => Promise<Db>) | undefined

/** What `talk` and `serve` stand on: in memory, unless the tests are run on another database. */
export const newDatabase = async (): Promise<string | Db> => (onPostgres ? onPostgres() : ':memory:')

export function openElsewhere(open: () => Promise<Db>): void {
  onPostgres = open
}
