import type { Migration } from './migration.ts'

/** What projects are connected to: messengers, telephony, payment services. The columns are explained in ../schema/outbound.ts. */
export const connections: Migration = {
  number: 20,
  name: 'connections',
  sql: `
create table connections (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  kind text not null,
  name text not null,
  enabled integer not null,
  settings text not null,
  secrets text not null,
  inbound text not null,
  inbound_hash text not null unique,
  checked text,
  created_at integer not null
) strict;
create index connections_of_project on connections (project_id, id);
`,
}
