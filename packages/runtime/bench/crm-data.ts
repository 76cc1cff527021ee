/** A project with as many clients and orders as the CRM benches ask for, written straight into the database: through the program it would take hours. */
import Database from 'better-sqlite3'

export interface CrmSize {
  readonly clients: number
  readonly orders: number
  /** Of the orders, in the first state of the board. */
  readonly inFirstState: number
}

export interface CrmPlace {
  readonly project: number
  readonly channel: string
  readonly pipeline: number
  /** The first two states of the board. */
  readonly states: readonly [number, number]
}

const first = ['Anna', 'Ivan', 'Maria', 'Peter', 'Elena', 'Sergey', 'Olga', 'Dmitry', 'Natalia', 'Alexander']
const last = ['Smith', 'Petrov', 'Sidorova', 'Kuznetsov', 'Popova', 'Sokolov', 'Lebedeva', 'Novikov', 'Morozova', 'Volkova']

/** Each client has a name, a phone, two messages, a city and, one in ten, a list and a label; one in twenty waits, one in seven is unread. */
export function fillCrm(file: string, { project, channel, pipeline, states }: CrmPlace, { clients, orders, inFirstState }: CrmSize): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  const now = Date.now()
  const run = (sql: string) =>
    db.prepare(sql).run({ project, channel, pipeline, one: states[0], two: states[1], now, clients, orders, inFirstState })
  const count = (to: string) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${to})`
  const pick = (names: readonly string[], by: string) =>
    `case ${by} % ${names.length} ${names.map((name, index) => `when ${index} then '${name}'`).join(' ')} end`
  const name = `${pick(first, 'i')} || ' ' || ${pick(last, '(i / 10)')}`
  const words = (word: string, where = '1') =>
    run(
      `${count('@clients')} insert or ignore into search_words (project_id, word, client_id) select @project, ${word}, i + 1000 from n where ${where}`,
    )
  db.transaction(() => {
    run(`${count('@clients')} insert into clients (id, project_id, channel, outside_id, name, session, position, clock_offset, created_at, updated_at)
      select i + 1000, @project, @channel, 'visitor-of-bench-' || i, ${name}, null, null, 0, @now - i * 1000, @now - i * 1000 from n`)
    run(`${count('@clients')} insert into dialogues (client_id, project_id, test, channel, name, phone, responsible, unread, waiting, last_at, last_from, last_text, own_at, created_at, stale)
      select i + 1000, @project, 0, @channel, ${name}, '7916' || printf('%07d', i), case i % 4 when 0 then 1 end, i % 7 = 0, i % 20 = 0, @now - i * 1000, 'client', 'What does delivery cost?', @now - i * 1000, @now - i * 1000, 0 from n`)
    run(`${count('2 * @clients')} insert into messages (client_id, turn_id, author, text, extra, block, at)
      select (i + 1) / 2 + 1000, null, case i % 2 when 0 then 'bot' else 'client' end, 'What does delivery cost?', null, null, @now - i * 500 from n`)
    words(`lower(${pick(first, 'i')})`)
    words(`lower(${pick(last, '(i / 10)')})`)
    words(`'7916' || printf('%07d', i)`)
    words(`'delivery'`)
    words(`'roses'`, 'i % 100 = 0')
    words(`'code' || i`)
    run(
      `${count('@clients')} insert into client_variables (client_id, project_id, scope, name, value) select i + 1000, @project, 'client', 'city', case i % 5 when 0 then 'tver' else 'moscow' end from n`,
    )
    run(`insert into lists (project_id, number, name, folder, color, created_at) values (@project, 1, 'Regulars', '', 0, @now)`)
    run(`insert into labels (project_id, number, name, color) values (@project, 1, 'VIP', 0)`)
    run(
      `${count('@clients')} insert into list_members (project_id, list, client_id, test, added_at) select @project, 1, i + 1000, 0, @now from n where i % 10 = 0`,
    )
    run(
      `${count('@clients')} insert into label_members (project_id, label, client_id, test) select @project, 1, i + 1000, 0 from n where i % 10 = 5`,
    )
    run(`${count('@orders')} insert into orders (project_id, number, client_id, test, status, pipeline_id, state_id, name, name_search, description, budget, responsible, variables, revision, created_at, changed_at, entered_at)
      select @project, i, (i - 1) % @clients + 1001, 0,
        case when i <= @inFirstState + @orders / 5 then 'active' when i % 10 < 6 then 'success' when i % 10 < 9 then 'fail' else 'archive' end,
        @pipeline, case when i <= @inFirstState then @one else @two end, 'Bouquet ' || i, 'bouquet ' || i, 'Call before you come', i % 100 * 10, case i % 3 when 0 then 1 end,
        '{"address":"Lenina 5"}', 1, @now - i * 1000, @now - i * 1000, @now - i * 1000 from n`)
    run(
      `insert into counters (project_id, name, value) values (@project, 'order', @orders) on conflict (project_id, name) do update set value = @orders`,
    )
  })()
  db.exec('analyze')
  db.close()
}
