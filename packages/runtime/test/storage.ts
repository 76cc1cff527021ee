import { sql } from 'kysely'
import type { Db } from '../src/db/contract.ts'
import type { Talk } from './funnel.ts'

/** Rows by a query that both databases understand. */
export const rows = async ({ build, all }: Db, query: string) =>
  all({ compile: () => sql.raw<Readonly<Record<string, unknown>>>(query).compile(build) })

const carryOut = async ({ build, run }: Db, statement: string): Promise<void> => {
  await run({ compile: () => sql.raw(statement).compile(build) })
}

export const count = async ({ installation }: Talk, table: string): Promise<number> =>
  Number((await rows(installation.db, `select count(*) as count from ${table}`))[0]?.['count'])

/** Makes storage refuse a message of this text, as a damaged disk would. */
export async function poison({ installation: { db } }: Talk, text: string): Promise<void> {
  if (!db.can.shared) {
    const refuse = "begin select raise(abort, 'poisoned'); end"
    return carryOut(db, `create trigger poison before insert on messages when new.text = '${text}' ${refuse}`)
  }
  const refuse = "begin raise exception 'poisoned'; end"
  await carryOut(db, `create function poison() returns trigger language plpgsql as $$ ${refuse} $$`)
  await carryOut(db, `create trigger poison before insert on messages for each row when (new.text = '${text}') execute function poison()`)
}

export const cure = ({ installation: { db } }: Talk): Promise<void> =>
  carryOut(db, db.can.shared ? 'drop function poison cascade' : 'drop trigger poison')
