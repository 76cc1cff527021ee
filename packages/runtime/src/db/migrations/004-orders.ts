import type { Migration } from './migration.ts'

/**
 * Orders with variables of their own, pipelines and states. The variables of a current order lie in its client's session as well, from where they reach
 * an order of an older program with the next change.
 */
export const orders: Migration = {
  number: 4,
  name: 'orders',
  sql: `
create table counters (
  project_id integer not null references projects (id) on delete cascade,
  name text not null,
  value integer not null,
  primary key (project_id, name)
) strict, without rowid;

create table pipelines (
  project_id integer not null references projects (id) on delete cascade,
  id integer not null,
  name text not null,
  currency text not null,
  card text not null,
  position integer not null,
  primary key (project_id, id)
) strict, without rowid;

create table states (
  project_id integer not null references projects (id) on delete cascade,
  id integer not null,
  pipeline_id integer not null,
  name text not null,
  color text not null,
  hidden integer not null,
  forbidden text not null,
  position integer not null,
  primary key (project_id, id)
) strict, without rowid;
create index states_of_pipeline on states (project_id, pipeline_id, position);

create table order_settings (
  project_id integer primary key references projects (id) on delete cascade,
  document text not null
) strict;

create table mail_settings (
  project_id integer primary key references projects (id) on delete cascade,
  host text not null,
  port integer not null,
  security text not null,
  account text not null,
  sender text not null,
  password text
) strict;

create table mails (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at integer not null,
  due_at integer not null,
  attempts integer not null,
  failed text
) strict;
create index mails_due on mails (due_at) where failed is null;

create table orders_next (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  client_id integer not null references clients (id) on delete cascade,
  test integer not null,
  status text not null check (status in ('active', 'success', 'fail', 'archive')),
  pipeline_id integer,
  state_id integer,
  name text not null,
  name_search text not null,
  description text not null,
  budget real,
  responsible integer,
  variables text not null,
  revision integer not null,
  created_at integer not null,
  changed_at integer not null,
  entered_at integer not null,
  submitted_at integer,
  closed_at integer,
  deleted_at integer,
  primary key (project_id, number)
) strict;
insert into orders_next
  select orders.project_id, orders.number, orders.client_id,
    case when channels.kind = 'test' then 1 else 0 end, 'active', null, null, '', '', '', null, null,
    orders.variables,
    1, orders.created_at, coalesce(orders.closed_at, orders.created_at), orders.created_at, orders.closed_at, null, null
  from orders
  join clients on clients.id = orders.client_id
  join channels on channels.key = clients.channel;
insert into counters (project_id, name, value)
  select project_id, 'order', max(number) from orders group by project_id;
drop table orders;
alter table orders_next rename to orders;
create index orders_of_client on orders (client_id, number);
create index orders_on_board on orders (project_id, status, state_id, entered_at, number, budget) where test = 0 and deleted_at is null;
create index orders_by_age on orders (project_id, created_at) where test = 0 and deleted_at is null;

create table order_history (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  at integer not null,
  by_kind text not null,
  by_account integer,
  by_name text not null,
  block integer,
  what text not null,
  before text,
  after text,
  why text not null,
  batch integer
) strict;
create index history_of_order on order_history (project_id, number, id);
create index history_of_batch on order_history (project_id, batch) where batch is not null;

create table order_views (
  project_id integer not null references projects (id) on delete cascade,
  id integer not null,
  account integer,
  name text not null,
  filter text not null,
  shared integer not null,
  primary key (project_id, id)
) strict, without rowid;

create table crm_callbacks (
  client_id integer primary key references clients (id) on delete cascade,
  since integer not null,
  sent integer not null
) strict;


alter table channels add column contact text;
`,
}
