import type { Migration } from './migration.ts'

/** Several files that a client sent together are gathered for a moment before they are heard. The column is explained in ../schema/turns.ts. */
export const albums: Migration = {
  number: 31,
  name: 'albums',
  sql: `
alter table deliveries add column album text;
`,
}
