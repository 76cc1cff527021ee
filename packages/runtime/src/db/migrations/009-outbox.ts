import type { Migration } from './migration.ts'

/** What goes to servers of others: addresses, what waits to be sent, what became of it. The columns are explained in ../schema.ts. */
export const outbox: Migration = {
  number: 9,
  name: 'outbox',
  sql: `
create table egress_allowed (
  project_id integer not null references projects (id) on delete cascade,
  host text not null,
  added_at integer not null,
  primary key (project_id, host)
) strict, without rowid;

create table webhooks (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  url text not null,
  enabled integer not null,
  repeats integer not null,
  secret text not null,
  created_at integer not null
) strict;
create index webhooks_of_project on webhooks (project_id, id);

create table outbox (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  queue text not null,
  kind text not null,
  client_id integer references clients (id) on delete cascade,
  key text not null unique,
  message text not null,
  state text not null check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  tries integer not null default 0,
  due_at integer not null,
  created_at integer not null,
  finished_at integer,
  outside_id text,
  reason text
) strict;
create index outbox_due on outbox (queue, due_at) where state = 'waiting';
create index outbox_of_client on outbox (queue, client_id, id) where state = 'waiting';
create index outbox_of_project on outbox (project_id, id);
create index outbox_dead on outbox (project_id, id) where state = 'dead';

create table outbox_queues (
  queue text primary key,
  project_id integer not null references projects (id) on delete cascade,
  failures integer not null,
  paused_until integer not null
) strict, without rowid;

create table outbox_attempts (
  outbox_id integer not null references outbox (id) on delete cascade,
  number integer not null,
  at integer not null,
  took_ms integer not null,
  status integer not null,
  reason text,
  answer text not null,
  primary key (outbox_id, number)
) strict, without rowid;
`,
}
