import type { Migration } from './migration.ts'

/** Uploaded files: the rows; their bytes lie in the folder `files`. */
export const files: Migration = {
  number: 7,
  name: 'files',
  sql: `
create table files (
  id text primary key,
  project_id integer not null references projects (id) on delete cascade,
  client_id integer references clients (id) on delete cascade,
  channel text,
  visitor text,
  uploaded_by integer,
  name text not null,
  type text not null,
  kind text not null check (kind in ('image', 'video', 'audio', 'file')),
  size integer not null,
  sha256 text not null,
  created_at integer not null
) strict;
create index files_of_project on files (project_id, created_at);
create index files_of_client on files (client_id);
create index files_unclaimed on files (created_at) where visitor is not null and client_id is null;
`,
}
