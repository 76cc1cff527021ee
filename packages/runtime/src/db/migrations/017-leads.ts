import type { Migration } from './migration.ts'

/** Leads (leads-api): requests of people of whom nothing else is known yet, with the dictionaries and settings around them. */
export const leads: Migration = {
  number: 17,
  name: 'leads',
  sql: `
create table leads (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  created_at integer not null,
  done_at integer,
  status integer not null,
  result integer,
  title text not null,
  email text not null,
  phone text not null,
  site text not null,
  company text not null,
  description text not null,
  ip text not null,
  city text not null,
  country text not null,
  timezone text not null,
  searched text not null,
  responsible integer,
  source integer,
  partner integer,
  client_id integer,
  order_number integer,
  comment text not null,
  utm_source text not null,
  utm_medium text not null,
  utm_campaign text not null,
  utm_term text not null,
  utm_content text not null,
  utm_referrer text not null,
  revision integer not null,
  primary key (project_id, number)
) strict, without rowid;
create index leads_by_moment on leads (project_id, created_at, number);
create index leads_by_status on leads (project_id, status, created_at);
create index leads_by_responsible on leads (project_id, responsible, created_at);
create index leads_by_end on leads (project_id, done_at);

create table lead_sources (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  name text not null,
  primary key (project_id, number),
  unique (project_id, name)
) strict, without rowid;

create table lead_partners (
  project_id integer not null references projects (id) on delete cascade,
  number integer not null,
  site text not null,
  primary key (project_id, number),
  unique (project_id, site)
) strict, without rowid;

create table lead_settings (
  project_id integer primary key references projects (id) on delete cascade,
  key_hash text unique,
  key_ending text,
  form_key text unique,
  document text not null
) strict;
`,
}
