import type { TestServer } from '../serve.ts'

const tables = [
  'clients',
  'dialogues',
  'orders',
  'tasks',
  'task_columns',
  'lists',
  'labels',
  'broadcasts',
  'quick_replies',
  'pipelines',
  'booking_branches',
  'booking_services',
  'booking_employees',
  'leads',
  'api_keys',
  'public_keys',
  'roles',
  'invitations',
  'members',
  'channels',
  'project_variables',
  'order_views',
  'webhooks',
  'audit_log',
  'retention',
] as const

/** Everything that a project has, as text. */
export async function rowsOf({ installation: { db, search } }: TestServer, project: number): Promise<string[]> {
  await search.catchUp()
  const rows: unknown[] = await db.all(db.build.selectFrom('projects').selectAll().where('id', '=', project))
  for (const table of tables) {
    rows.push(...(await db.all(db.build.selectFrom(table).selectAll().where('project_id', '=', project))))
  }
  return rows.map((row) => JSON.stringify(row))
}
