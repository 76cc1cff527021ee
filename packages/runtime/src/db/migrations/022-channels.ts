import type { Migration } from './migration.ts'

/**
 * Channels of messengers: through which connection they are reached, what messengers call our messages, files that are still theirs, and how far
 * news was asked for. The columns are explained in ../schema/conversations.ts and ../schema/outbound.ts.
 */
export const channels: Migration = {
  number: 22,
  name: 'channels',
  sql: `
alter table channels add column connection_id integer;
alter table channels add column messenger text;
create unique index channels_of_connection on channels (connection_id) where connection_id is not null;

create table outside_messages (
  message_id integer not null references messages (id) on delete cascade,
  part integer not null,
  client_id integer not null references clients (id) on delete cascade,
  outside_ids text not null,
  failed text,
  primary key (message_id, part)
) strict, without rowid;
create index outside_messages_of_client on outside_messages (client_id, message_id);

create table awaited_files (
  id text primary key,
  project_id integer not null references projects (id) on delete cascade,
  client_id integer not null references clients (id) on delete cascade,
  connection_id integer not null references connections (id) on delete cascade,
  outside_id text not null,
  name text not null,
  created_at integer not null
) strict, without rowid;
create index awaited_files_of_connection on awaited_files (connection_id);
create index awaited_files_of_client on awaited_files (client_id);

create table channel_feeds (
  connection_id integer primary key references connections (id) on delete cascade,
  position integer not null,
  holder text not null,
  held_until integer not null
) strict;
`,
}
