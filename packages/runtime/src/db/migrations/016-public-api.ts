import type { Migration } from './migration.ts'

/** The project API of foreign programs (http-api): its keys, people of channels that are not connected, and events that are planned for later. */
export const publicApi: Migration = {
  number: 16,
  name: 'public-api',
  sql: `
create table public_keys (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  hash text not null unique,
  sealed text not null,
  name text not null,
  permissions text not null,
  main integer not null,
  ending text not null,
  created_by text not null,
  created_at integer not null,
  last_used_at integer
) strict;
create index public_keys_of_project on public_keys (project_id, id);
create unique index public_keys_main on public_keys (project_id) where main = 1;

alter table channels add column client_type integer;
create index channels_of_type on channels (project_id, client_type);

alter table deliveries add column event text;
`,
}
