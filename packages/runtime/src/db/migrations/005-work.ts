import type { Migration } from './migration.ts'

/** Dialogues as people work with them, operators, tasks, lists, labels, broadcasts. The columns are explained in ../schema.ts. */
export const work: Migration = {
  number: 5,
  name: 'work',
  sql: `
alter table messages add column account_id integer;
alter table messages add column speaker text;
alter table messages add column comment integer not null default 0;
alter table messages add column pinned integer not null default 0;
alter table messages add column edited_at integer;
alter table messages add column key text;
create unique index messages_by_key on messages (client_id, key) where key is not null;

alter table deliveries add column account_id integer;
alter table deliveries add column speaker text;
alter table deliveries add column extra text;
alter table deliveries add column key text;
create index deliveries_of_client on deliveries (client_id, id);

create table dialogues (
  client_id integer primary key references clients (id) on delete cascade,
  project_id integer not null,
  test integer not null,
  channel text not null,
  name text not null,
  phone text not null default '',
  email text not null default '',
  responsible integer,
  queued_at integer,
  unread integer not null default 0,
  waiting integer not null default 0,
  pinned integer not null default 0,
  blocked integer not null default 0,
  unsubscribed integer not null default 0,
  paused_until integer,
  position integer,
  failed integer not null default 0,
  bound_to integer,
  last_at integer not null,
  last_from text,
  last_text text not null default '',
  own_at integer,
  created_at integer not null,
  stale integer not null default 1,
  searched integer not null default 0
) strict;
create index dialogues_by_time on dialogues (project_id, test, last_at, client_id);
create index dialogues_of_responsible on dialogues (project_id, responsible, last_at) where responsible is not null;
create index dialogues_unread on dialogues (project_id, last_at) where unread > 0;
create index dialogues_waiting on dialogues (project_id, last_at) where waiting = 1;
create index dialogues_pinned on dialogues (project_id, last_at) where pinned = 1;
create index dialogues_queued on dialogues (project_id, queued_at) where queued_at is not null;
create index dialogues_stale on dialogues (client_id) where stale = 1;
create index dialogues_by_phone on dialogues (project_id, phone) where phone <> '';
create index dialogues_by_email on dialogues (project_id, email) where email <> '';
create index dialogues_bound on dialogues (project_id, bound_to) where bound_to is not null;

insert into dialogues (client_id, project_id, test, channel, name, position, last_at, created_at)
select clients.id, clients.project_id, case when channels.kind = 'test' then 1 else 0 end, clients.channel, clients.name, clients.position,
  clients.updated_at, clients.created_at
from clients inner join channels on channels.key = clients.channel;

create table search_words (
  project_id integer not null,
  word text not null,
  client_id integer not null references clients (id) on delete cascade,
  primary key (project_id, word, client_id)
) strict, without rowid;
create index search_words_of_client on search_words (client_id);

create table client_variables (
  client_id integer not null references clients (id) on delete cascade,
  project_id integer not null,
  scope text not null check (scope in ('client', 'order')),
  name text not null,
  value text not null,
  primary key (client_id, scope, name)
) strict, without rowid;
create index client_variables_by_value on client_variables (project_id, name, value, client_id);

create table work_numbers (
  project_id integer not null references projects (id) on delete cascade,
  kind text not null,
  last integer not null,
  primary key (project_id, kind)
) strict, without rowid;

create table lists (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  name text not null,
  folder text not null,
  color integer not null,
  created_at integer not null,
  primary key (project_id, number)
) strict, without rowid;

create table list_members (
  project_id integer not null references projects (id) on delete cascade,
  list integer not null,
  client_id integer not null references clients (id) on delete cascade,
  test integer not null,
  added_at integer not null,
  primary key (project_id, list, client_id)
) strict, without rowid;
create index list_members_of_client on list_members (client_id);

create table labels (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  name text not null,
  color integer not null,
  primary key (project_id, number),
  unique (project_id, name)
) strict, without rowid;

create table label_members (
  project_id integer not null references projects (id) on delete cascade,
  label integer not null,
  client_id integer not null references clients (id) on delete cascade,
  test integer not null,
  primary key (project_id, label, client_id)
) strict, without rowid;
create index label_members_of_client on label_members (client_id);

create table operators (
  project_id integer not null references projects (id) on delete cascade,
  account_id integer not null,
  status text not null check (status in ('shift', 'break', 'absent')),
  since integer not null,
  last_assigned_at integer not null,
  primary key (project_id, account_id)
) strict, without rowid;

create table shifts (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  account_id integer not null,
  status text not null,
  from_at integer not null,
  to_at integer
) strict;
create index shifts_of_operator on shifts (project_id, account_id, id);

create table assignments (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  account_id integer not null,
  client_id integer not null references clients (id) on delete cascade,
  at integer not null
) strict;
create index assignments_by_time on assignments (project_id, at);
create index assignments_of_client on assignments (client_id);

create table work_settings (
  project_id integer primary key references projects (id) on delete cascade,
  distribution text not null,
  callbacks text not null,
  next_at integer
) strict;
create index work_settings_next on work_settings (next_at) where next_at is not null;

create table notifications (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  account_id integer not null,
  at integer not null,
  text text not null,
  priority integer not null,
  client_id integer,
  task integer,
  read integer not null
) strict;
create index notifications_of_account on notifications (project_id, account_id, id);

create table tasks (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  title text not null,
  description text not null,
  day text not null,
  clock text,
  due_at integer not null,
  priority text not null,
  responsible integer,
  client_id integer references clients (id) on delete set null,
  order_number integer,
  board_column integer,
  position real not null,
  status text not null check (status in ('open', 'done')),
  author integer,
  author_name text not null,
  attachments text not null,
  revision integer not null,
  created_at integer not null,
  closed_at integer,
  test integer not null,
  primary key (project_id, number)
) strict, without rowid;
create index tasks_by_day on tasks (project_id, status, day);
create index tasks_of_client on tasks (client_id) where client_id is not null;
create index tasks_of_order on tasks (project_id, order_number) where order_number is not null;

create table task_columns (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  name text not null,
  color integer not null,
  position integer not null,
  primary key (project_id, number)
) strict, without rowid;

create table quick_replies (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  folder text not null,
  title text not null,
  text text not null,
  primary key (project_id, number)
) strict, without rowid;

create table broadcasts (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  name text not null,
  status text not null,
  content text not null,
  audience text not null,
  start_at integer,
  pace real not null,
  author text not null,
  error text not null,
  next_at integer,
  enqueued integer,
  created_at integer not null,
  started_at integer,
  finished_at integer,
  primary key (project_id, number)
) strict, without rowid;
create index broadcasts_next on broadcasts (next_at) where next_at is not null;

create table broadcast_recipients (
  project_id integer not null,
  broadcast integer not null,
  client_id integer not null,
  state integer not null,
  reason text not null,
  at integer,
  primary key (project_id, broadcast, client_id)
) strict, without rowid;
create index broadcast_recipients_waiting on broadcast_recipients (project_id, broadcast, client_id) where state = 0;
create index broadcast_recipients_of_client on broadcast_recipients (client_id);
`,
}
