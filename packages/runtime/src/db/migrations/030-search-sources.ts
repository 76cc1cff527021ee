import type { Migration } from './migration.ts'

/** Where a word of a client was read. Words of before are for who may see everything, until the index has been through all clients again. */
export const searchSources: Migration = {
  number: 30,
  name: 'search-sources',
  sql: `
alter table search_words add column sources integer not null default 8;
update dialogues set stale = 1, searched = 0;
`,
}
