import type { Migration } from './migration.ts'

/** How long things are kept, answers of repeatable calls, and which request brought an event. */
export const scale: Migration = {
  number: 6,
  name: 'scale',
  sql: `
create table retention (
  project_id integer primary key references projects (id) on delete cascade,
  messages integer,
  traces integer,
  inbox integer not null,
  log integer
) strict;

create table idempotent_calls (
  actor text not null,
  key_hash text not null,
  content text not null,
  answer text,
  at integer not null,
  primary key (actor, key_hash)
) strict, without rowid;
create index idempotent_calls_by_age on idempotent_calls (at);

alter table inbox add column request text;
alter table turns add column request text;
`,
}
