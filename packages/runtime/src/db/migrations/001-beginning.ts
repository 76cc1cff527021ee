import type { Migration } from './migration.ts'

/** The tables of ../schema.ts, where their columns are explained. */
export const beginning: Migration = {
  number: 1,
  name: 'beginning',
  sql: `
create table projects (
  id integer primary key autoincrement,
  name text not null,
  draft text not null,
  draft_revision integer not null default 0,
  revision integer not null,
  published integer,
  published_revision integer,
  created_at integer not null,
  updated_at integer not null,
  deleted_at integer
) strict;

create table draft_edits (
  project_id integer not null references projects (id) on delete cascade,
  revision integer not null,
  editor text not null,
  edits text not null,
  at integer not null,
  primary key (project_id, revision)
) strict, without rowid;

create table versions (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  document text not null,
  note text not null,
  author text not null,
  published_at integer not null,
  blocks integer not null,
  arrows integer not null,
  primary key (project_id, number)
) strict;

create table project_variables (
  project_id integer not null references projects (id) on delete cascade,
  test integer not null,
  name text not null,
  value text not null,
  primary key (project_id, test, name)
) strict, without rowid;

create table channels (
  key text primary key,
  project_id integer not null references projects (id) on delete cascade,
  kind text not null check (kind in ('web', 'test')),
  name text not null,
  enabled integer not null,
  created_at integer not null
) strict, without rowid;
create index channels_of_project on channels (project_id);

create table clients (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  channel text not null references channels (key) on delete cascade,
  outside_id text not null,
  name text not null,
  session text,
  position integer,
  clock_offset integer not null,
  created_at integer not null,
  updated_at integer not null,
  unique (channel, outside_id)
) strict;
create index clients_of_project on clients (project_id, id);

create table inbox (
  id integer primary key,
  channel text not null,
  outside_id text not null,
  client_id integer not null references clients (id) on delete cascade,
  event text not null,
  received_at integer not null,
  state integer not null,
  attempts integer not null,
  turn_id integer,
  unique (channel, outside_id)
) strict;
create index inbox_waiting on inbox (client_id, id) where state = 0;

create table turns (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  client_id integer not null references clients (id) on delete cascade,
  version integer,
  at integer not null,
  took real not null,
  trace text not null,
  changed text not null
) strict;
create index turns_of_client on turns (client_id, id);

create table messages (
  id integer primary key autoincrement,
  client_id integer not null references clients (id) on delete cascade,
  turn_id integer,
  author text not null check (author in ('client', 'bot', 'event')),
  text text not null,
  extra text,
  block integer,
  at integer not null
) strict;
create index messages_of_client on messages (client_id, id);

create table timers (
  client_id integer not null references clients (id) on delete cascade,
  pending_id integer not null,
  project_id integer not null,
  arrow integer not null,
  from_block integer not null,
  to_block integer not null,
  due integer not null,
  fire_at integer not null,
  keep integer not null,
  cancel_if_left integer not null,
  planned_at integer not null,
  primary key (client_id, pending_id)
) strict, without rowid;
create index timers_due on timers (fire_at);

create table deliveries (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  client_id integer not null references clients (id) on delete cascade,
  text text not null,
  block integer,
  fire_at integer not null
) strict;
create index deliveries_due on deliveries (fire_at);

create table orders (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  client_id integer not null references clients (id) on delete cascade,
  number integer not null,
  status text not null check (status in ('active', 'closed')),
  variables text not null,
  created_at integer not null,
  closed_at integer,
  unique (project_id, number)
) strict;
create index orders_of_client on orders (client_id, id);

create table log (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  at integer not null,
  level text not null,
  code text not null,
  client_id integer,
  block integer,
  arrow integer,
  facts text not null,
  count integer not null
) strict;
create index log_of_project on log (project_id, id);
`,
}
