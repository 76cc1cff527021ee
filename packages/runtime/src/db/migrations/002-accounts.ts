import type { Migration } from './migration.ts'

/** People, their sessions and rights, keys of programs, the audit log. The columns are explained in ../schema.ts. */
export const accounts: Migration = {
  number: 2,
  name: 'accounts',
  sql: `
create table accounts (
  id integer primary key autoincrement,
  email text not null,
  email_key text not null unique,
  name text not null,
  language text not null check (language in ('ru', 'en')),
  password_hash text,
  installation_owner integer not null,
  disabled integer not null,
  totp_secret text,
  totp_on integer not null,
  totp_step integer not null,
  created_at integer not null,
  last_seen_at integer
) strict;

create table recovery_codes (
  account_id integer not null references accounts (id) on delete cascade,
  hash text not null,
  primary key (account_id, hash)
) strict, without rowid;

create table sessions (
  id integer primary key autoincrement,
  account_id integer not null references accounts (id) on delete cascade,
  hash text not null unique,
  created_at integer not null,
  last_used_at integer not null,
  address text not null,
  browser text not null
) strict;
create index sessions_of_account on sessions (account_id, last_used_at);
create index sessions_unused on sessions (last_used_at);

create table one_time_links (
  hash text primary key,
  purpose text not null check (purpose in ('set-up', 'reset')),
  account_id integer references accounts (id) on delete cascade,
  expires_at integer not null
) strict, without rowid;

create table failed_attempts (
  scope text primary key,
  failures integer not null,
  last_at integer not null,
  wait_until integer not null
) strict, without rowid;

create table roles (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  name text not null,
  permissions text not null,
  created_at integer not null,
  unique (project_id, name)
) strict;

create table members (
  project_id integer not null references projects (id) on delete cascade,
  account_id integer not null references accounts (id) on delete cascade,
  role text not null check (role in ('owner', 'administrator', 'editor', 'operator', 'custom')),
  role_id integer references roles (id),
  name text not null,
  phone text not null,
  position text not null,
  description text not null,
  extra text not null,
  joined_at integer not null,
  primary key (project_id, account_id)
) strict, without rowid;
create index members_of_account on members (account_id);
create unique index one_owner on members (project_id) where role = 'owner';

create table invitations (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  hash text not null unique,
  role text not null check (role in ('administrator', 'editor', 'operator', 'custom')),
  role_id integer references roles (id),
  email text,
  created_by integer references accounts (id) on delete cascade,
  created_at integer not null,
  expires_at integer not null
) strict;
create index invitations_of_project on invitations (project_id, id);

create table api_keys (
  id integer primary key autoincrement,
  project_id integer not null references projects (id) on delete cascade,
  hash text not null unique,
  name text not null,
  permissions text not null,
  ending text not null,
  created_by text not null,
  created_at integer not null,
  expires_at integer,
  last_used_at integer
) strict;
create index api_keys_of_project on api_keys (project_id, id);

create table audit_log (
  id integer primary key autoincrement,
  project_id integer,
  at integer not null,
  who_kind text not null check (who_kind in ('person', 'key', 'console', 'nobody')),
  account_id integer,
  who_name text not null,
  action text not null,
  subject text not null,
  address text not null,
  before text,
  after text,
  searched text not null
) strict;
create index audit_log_of_project on audit_log (project_id, id);
`,
}
