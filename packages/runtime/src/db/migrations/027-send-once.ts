import type { Migration } from './migration.ts'

/** What is being sent right now, and what must not be sent again when whoever did that died. The columns are explained in ../schema/outbound.ts. */
export const sendOnce: Migration = {
  number: 27,
  name: 'send-once',
  sql: `
alter table outbox add column once integer not null default 0;
alter table outbox add column sending integer not null default 0;
alter table mails add column sending integer not null default 0;
`,
}
