import type { Migration } from './migration.ts'

/** What clients were asked to pay, and what became of it. The columns are explained in ../schema/payments.ts. */
export const payments: Migration = {
  number: 23,
  name: 'payments',
  sql: `
create table payments (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  order_number integer not null,
  client_id integer not null references clients (id) on delete cascade,
  test integer not null,
  provider text not null,
  token text not null unique,
  link text not null,
  state text not null check (state in ('waiting', 'paid', 'failed')),
  sum integer not null,
  currency text not null,
  description text not null,
  outside_id text,
  trouble text,
  created_at integer not null,
  changed_at integer not null,
  primary key (project_id, number)
) strict, without rowid;
create index payments_of_order on payments (project_id, order_number, number);
create index payments_of_client on payments (client_id, number);
`,
}
