import type { Migration } from './migration.ts'

/** How the web chat of a channel looks, where it is not the usual: one document each. */
export const chatLook: Migration = {
  number: 24,
  name: 'chat-look',
  sql: `
create table chat_looks (
  channel text primary key references channels (key) on delete cascade,
  project_id integer not null references projects (id) on delete cascade,
  document text not null
) strict, without rowid;
create index chat_looks_of_project on chat_looks (project_id);
`,
}
