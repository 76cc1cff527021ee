import type { Migration } from './migration.ts'

/** Who is at work on a shared database. */
export const processes: Migration = {
  number: 8,
  name: 'processes',
  sql: `
create table processes (
  id text primary key,
  started_at integer not null,
  seen_at integer not null
) strict, without rowid;
`,
}
