import type { Migration } from './migration.ts'

/**
 * Online booking (booking, section 1). A branch is a pipeline, a booking an order. Times are minutes of the branch's wall-clock day. A booking or hold takes its
 * place by the `turn` of its employee's day: turns are counted under the lock of the day's row, each is given once, and nothing is stored without one.
 */
export const booking: Migration = {
  number: 11,
  name: 'booking',
  sql: `
create table booking_settings (
  project_id integer primary key references projects (id) on delete cascade,
  hold_minutes integer not null
) strict;

create table booking_branches (
  project_id integer not null references projects (id) on delete cascade,
  pipeline_id integer not null,
  key text not null unique,
  enabled integer not null,
  address text not null,
  photo text not null,
  timezone text,
  horizon_days integer not null,
  step integer not null,
  state_id integer,
  notifications text not null,
  page text not null,
  primary key (project_id, pipeline_id)
) strict, without rowid;

create table booking_groupings (
  project_id integer not null references projects (id) on delete cascade,
  kind text not null check (kind in ('category', 'job-title')),
  id integer not null,
  pipeline_id integer not null,
  name text not null,
  description text not null,
  position integer not null,
  primary key (project_id, kind, id)
) strict, without rowid;
create index booking_groupings_of_branch on booking_groupings (project_id, pipeline_id, kind, position);

create table booking_services (
  project_id integer not null references projects (id) on delete cascade,
  id integer not null,
  pipeline_id integer not null,
  category_id integer,
  title text not null,
  title_key text not null,
  description text not null,
  price real not null,
  duration integer not null check (duration > 0),
  capacity integer not null check (capacity > 0),
  color text not null,
  photo text not null,
  active integer not null,
  position integer not null,
  primary key (project_id, id)
) strict, without rowid;
create index booking_services_of_branch on booking_services (project_id, pipeline_id, position);

create table booking_employees (
  project_id integer not null references projects (id) on delete cascade,
  id integer not null,
  pipeline_id integer not null,
  kind text not null check (kind in ('staff', 'freelance')),
  account_id integer,
  name text not null,
  information text not null,
  job_title_id integer,
  photo text not null,
  active integer not null,
  position integer not null,
  feed text unique,
  primary key (project_id, id)
) strict, without rowid;
create index booking_employees_of_branch on booking_employees (project_id, pipeline_id, position);
create index booking_employees_of_account on booking_employees (project_id, account_id) where account_id is not null;

create table booking_employee_services (
  project_id integer not null,
  employee_id integer not null,
  service_id integer not null,
  primary key (project_id, employee_id, service_id),
  foreign key (project_id, employee_id) references booking_employees (project_id, id) on delete cascade,
  foreign key (project_id, service_id) references booking_services (project_id, id) on delete cascade
) strict, without rowid;
create index booking_employees_of_service on booking_employee_services (project_id, service_id);

create table booking_hours (
  project_id integer not null,
  employee_id integer not null,
  kind text not null check (kind in ('work', 'break')),
  weekday integer not null check (weekday between 0 and 7),
  start_min integer not null check (start_min >= 0),
  end_min integer not null check (end_min > start_min and end_min <= 1440),
  primary key (project_id, employee_id, kind, weekday, start_min),
  foreign key (project_id, employee_id) references booking_employees (project_id, id) on delete cascade
) strict, without rowid;

create table booking_overrides (
  project_id integer not null,
  employee_id integer not null,
  day text not null,
  intervals text not null,
  primary key (project_id, employee_id, day),
  foreign key (project_id, employee_id) references booking_employees (project_id, id) on delete cascade
) strict, without rowid;

create table booking_days (
  project_id integer not null references projects (id) on delete cascade,
  calendar_id integer not null,
  day text not null,
  turns integer not null,
  primary key (project_id, calendar_id, day)
) strict, without rowid;

create table bookings (
  project_id integer not null,
  order_number integer not null,
  pipeline_id integer not null,
  client_id integer not null references clients (id) on delete cascade,
  test integer not null,
  calendar_id integer not null,
  employee_id integer not null,
  day text not null,
  start_min integer not null check (start_min >= 0),
  duration integer not null check (duration > 0),
  single_service integer,
  turn integer not null,
  services text not null,
  cost real not null,
  status text not null check (status in ('active', 'success', 'fail', 'archive', 'cancelled')),
  source text not null check (source in ('bot', 'widget', 'operator', 'ai')),
  outside_hours integer not null,
  comment text not null,
  link text not null unique,
  request_key text,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  primary key (project_id, order_number),
  unique (project_id, calendar_id, day, turn),
  foreign key (project_id, order_number) references orders (project_id, number) on delete cascade,
  check (start_min + duration <= 1440)
) strict;
create index bookings_of_day on bookings (project_id, day, calendar_id) where status in ('active', 'success');
create index bookings_of_client on bookings (client_id, day);
create index bookings_of_employee on bookings (project_id, employee_id, day);
create unique index bookings_asked_once on bookings (project_id, request_key) where request_key is not null;

create table booking_holds (
  id text primary key,
  project_id integer not null references projects (id) on delete cascade,
  pipeline_id integer not null,
  calendar_id integer not null,
  employee_id integer not null,
  day text not null,
  start_min integer not null,
  duration integer not null,
  single_service integer,
  turn integer not null,
  expires_at integer not null,
  unique (project_id, calendar_id, day, turn)
) strict, without rowid;
create index booking_holds_by_end on booking_holds (expires_at);

create table booking_notices (
  project_id integer not null,
  order_number integer not null,
  way text not null check (way in ('dialogue', 'email')),
  row_id integer not null,
  primary key (project_id, order_number),
  foreign key (project_id, order_number) references bookings (project_id, order_number) on delete cascade
) strict, without rowid;
`,
}
