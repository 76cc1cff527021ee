import type { Migration } from './migration.ts'

/** Whoever has a task is reminded of it. Tasks that were there before get no moment: nobody is told late of what he knows. */
export const taskReminders: Migration = {
  number: 33,
  name: 'task-reminders',
  sql: `
alter table tasks add column remind_at integer;
create index tasks_to_remind on tasks (remind_at) where remind_at is not null;
`,
}
