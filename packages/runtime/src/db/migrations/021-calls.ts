import type { Migration } from './migration.ts'

/** Telephony: calls, what the vendor tells of them, numbers that are not called, and by which numbers clients are known. The columns are explained in ../schema/calls.ts. */
export const calls: Migration = {
  number: 21,
  name: 'calls',
  sql: `
create table calls (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  key text not null unique,
  provider text not null,
  provider_call_id text,
  direction text not null,
  client_id integer references clients (id) on delete cascade,
  order_id integer,
  operator_id integer,
  number_from text not null,
  number_to text not null,
  record_id text not null,
  payload text not null,
  outcome text not null,
  status text not null,
  error text not null,
  digit text not null,
  cost text not null,
  duration_sec integer not null,
  answered_at integer,
  finished_at integer,
  created_at integer not null,
  looks integer not null,
  look_at integer,
  primary key (project_id, number)
) strict, without rowid;
create unique index calls_by_provider_id on calls (project_id, provider, provider_call_id) where provider_call_id is not null;
create index calls_of_client on calls (client_id, number) where client_id is not null;
create index calls_by_moment on calls (project_id, created_at);
create index calls_to_look_at on calls (look_at) where look_at is not null;

create table call_news (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  provider text not null,
  kind text not null,
  body text not null,
  tries integer not null,
  due_at integer not null
) strict;
create index call_news_due on call_news (due_at, id);

create table stopped_numbers (
  project_id integer not null references projects (id) on delete cascade,
  phone text not null,
  by_whom text not null,
  name text not null,
  added_at integer not null,
  primary key (project_id, phone)
) strict, without rowid;
create index stopped_numbers_by_moment on stopped_numbers (project_id, added_at, phone);

create table client_phones (
  project_id integer not null,
  phone text not null,
  scope text not null check (scope in ('client', 'order')),
  client_id integer not null references clients (id) on delete cascade,
  primary key (project_id, phone, scope, client_id)
) strict, without rowid;
create index client_phones_of_client on client_phones (client_id);
update dialogues set stale = 1 where client_id in (select client_id from client_variables) or phone <> '';

alter table members add column call_way text not null default 'off';
alter table members add column call_number text not null default '';
alter table members add column call_record text not null default '';
`,
}
