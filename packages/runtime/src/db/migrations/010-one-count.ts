import type { Migration } from './migration.ts'

/** Two tables counted numbers; `counters` counts them all. */
export const oneCount: Migration = {
  number: 10,
  name: 'one-count',
  sql: `
insert into counters (project_id, name, value) select project_id, kind, last from work_numbers;
drop table work_numbers;
`,
}
