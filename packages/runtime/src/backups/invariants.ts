import Database from 'better-sqlite3'

export interface BrokenInvariant {
  readonly name: string
  readonly says: string
  readonly count: number
}

/** What must hold in every installation, whatever happened to it; each query finds the rows where it does not. */
const invariants: readonly { readonly name: string; readonly says: string; readonly sql: string }[] = [
  {
    name: 'published-version',
    says: 'A project runs a version that is not there',
    sql: `select count(*) from projects p where p.published is not null
          and not exists (select 1 from versions v where v.project_id = p.id and v.number = p.published)`,
  },
  {
    name: 'draft-edits',
    says: 'Edits of a draft are missing',
    sql: `select count(*) from projects p where p.revision <> p.draft_revision
          and (select count(*) from draft_edits e where e.project_id = p.id and e.revision > p.draft_revision) <> p.revision - p.draft_revision`,
  },
  {
    name: 'client-channel',
    says: 'A client belongs to a channel of another project',
    sql: 'select count(*) from clients c join channels h on h.key = c.channel where h.project_id <> c.project_id',
  },
  {
    name: 'message-turn',
    says: 'A message belongs to a turn of another client',
    sql: 'select count(*) from messages m join turns t on t.id = m.turn_id where t.client_id <> m.client_id',
  },
  {
    name: 'timer-project',
    says: 'A planned entry belongs to another project than its client',
    sql: 'select count(*) from timers t join clients c on c.id = t.client_id where t.project_id <> c.project_id',
  },
  {
    name: 'order-project',
    says: 'An order belongs to another project than its client',
    sql: 'select count(*) from orders o join clients c on c.id = o.client_id where o.project_id <> c.project_id',
  },
  {
    name: 'file-project',
    says: 'A file belongs to another project than its client',
    sql: 'select count(*) from files f join clients c on c.id = f.client_id where f.project_id <> c.project_id',
  },
  {
    name: 'session-json',
    says: 'The state of a client cannot be read',
    sql: 'select count(*) from clients where session is not null and not json_valid(session)',
  },
]

/** Of a database of the present form; it is only read. */
export function brokenInvariants(path: string): BrokenInvariant[] {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    const foreign = database.prepare('select count(*) from pragma_foreign_key_check').pluck().get()
    const found = invariants.map(({ name, says, sql }) => ({ name, says, count: Number(database.prepare(sql).pluck().get()) }))
    return [{ name: 'foreign-keys', says: 'A row names another that is not there', count: Number(foreign) }, ...found].filter(
      ({ count }) => count > 0,
    )
  } finally {
    database.close()
  }
}
