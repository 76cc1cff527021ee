import type { Migration } from './migration.ts'

/** Turns that wait for an answer from outside. */
export const outbound: Migration = {
  number: 3,
  name: 'outbound',
  sql: `
alter table clients add column calling integer;

create table turn_journals (
  inbox_id integer primary key references inbox (id) on delete cascade,
  project_id integer not null references projects (id) on delete cascade,
  turn_id integer not null,
  number integer not null,
  journal text not null,
  answer text,
  holder text not null,
  lease_until integer not null
) strict;
`,
}
