import { drive } from '@voronka/flow/engine'
import Database from 'better-sqlite3'
import { createInstallation } from '../src/installation.ts'
import { funnel } from './funnel.ts'
import { cheapPasswords, owner } from './owner.ts'

/** Who says "go" is reminded in ten days, whatever he does meanwhile; everything else is answered. */
export const reminders = funnel(
  {
    1: { type: 'start', condition: 'go', matchType: 'exact', text: 'started' },
    2: { type: 'nonstate', text: 'reminder' },
    3: { type: 'nonstate_cond', text: 'heard #{question}' },
  },
  [[1, 2, { delay: { value: 10, unit: 'days' }, cancelTimers: false, doNotCancel: true }]],
)

export interface Planted {
  readonly channel: string
  /** Clients have numbers from here on, without a gap. */
  readonly first: number
}

/**
 * A SQLite database in which so many people wait for so many messages each, as if each of them had said "go" so often. One person does; his rows are copied,
 * whatever columns they have, since a million turns would take minutes.
 */
export async function plantTimers(file: string, people: number, each: number): Promise<Planted> {
  const installation = createInstallation({ database: file, passwordCost: cheapPasswords })
  await installation.accounts.add(owner)
  const { id, revision } = await installation.projects.create({ file: reminders, language: 'en' })
  await installation.projects.publish(id, { revision, note: '' })
  const channel = (await installation.projects.channels(id))[0]?.key ?? ''
  const from = { outsideId: 'the-first', name: '' }
  await installation.worker.accept({ channel, outsideId: 'go', from, event: { kind: 'text', text: 'go' } }, { wait: true })
  const model = (await drive(installation.clients.findByOutsideId(channel, from.outsideId)))?.id ?? 0
  await installation.close()
  copyPerson(file, model, people, each)
  return { channel, first: model + 1 }
}

function copyPerson(file: string, model: number, people: number, each: number): void {
  const db = new Database(file)
  db.function('numbered', (text) => `visitor-${String(text)}`)
  const numbers = (most: number) => `with recursive number (n) as (select 1 union all select n + 1 from number where n < ${most})`
  const copy = (table: string, key: string, changed: Readonly<Record<string, string>>, more = '') => {
    const columns = db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)
    const values = columns.map((name) => changed[name] ?? `${table}.${name}`)
    db.exec(
      `${numbers(people)} insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from number cross join ${table} ${more} where ${table}.${key} = ${model}`,
    )
  }
  const id = `${model} + n`
  db.transaction(() => {
    const session = `json_set(session, '$[1][0]', ${id}, '$[1][4]', cast(${id} as text), '$[9]', ${each} + 1)`
    copy('clients', 'id', { id, outside_id: 'numbered(n)', session })
    copy('dialogues', 'client_id', { client_id: id, stale: '0' })
    const others = `cross join (${numbers(each)} select n as pending from number)`
    copy('timers', 'client_id', { client_id: id, pending_id: 'pending' }, others)
  })()
  db.close()
}

/** The entry of that number of the first so many people is due, one after the other, from that moment on within so many milliseconds. */
export function makeDue(file: string, { first }: Planted, due: { pending: number; people: number; from: number; within: number }): void {
  const db = new Database(file)
  const moment = 'cast(@from + (client_id - @first) * @within / @people as integer)'
  const those = 'pending_id = @pending and client_id >= @first and client_id < @first + @people'
  db.prepare(`update timers set due = ${moment}, fire_at = ${moment} where ${those}`).run({ ...due, first })
  db.close()
}

export interface Reminded {
  /** Reminders that came since a message of that number. */
  readonly count: number
  /** People who got one. */
  readonly people: number
  /** Whether they came in the order in which they were due, which is that of the people. */
  readonly inOrder: boolean
  /** Turns whose trace says that it was late. */
  readonly late: number
  /** The last of these messages. */
  readonly last: number
}

/** What came of them. Reads beside a running server. */
export function reminded(file: string, after = 0): Reminded {
  const db = new Database(file, { readonly: true })
  try {
    const messages = db
      .prepare<[number], { id: number; client_id: number }>(
        "select id, client_id from messages where text = 'reminder' and id > ? order by id",
      )
      .all(after)
    const late = db
      .prepare<[number], number>(
        `select count(*) from turns where trace like '%"type":"late"%' and id in (select turn_id from messages where text = 'reminder' and id > ?)`,
      )
      .pluck()
    const clients = messages.map(({ client_id }) => client_id)
    return {
      count: clients.length,
      people: new Set(clients).size,
      inOrder: clients.every((client, index) => index === 0 || (clients[index - 1] ?? 0) < client),
      late: late.get(after) ?? 0,
      last: messages.at(-1)?.id ?? after,
    }
  } finally {
    db.close()
  }
}
