/** The yardstick of the chat-turn bench: the same turn written by hand over Express and better-sqlite3, with nothing of ours. */
import Database from 'better-sqlite3'
import express from 'express'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'

interface State {
  price: number
  qty?: string
  total?: number
}

const db = new Database(process.argv[2] ?? ':memory:')
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`create table clients (visitor text primary key, state text not null);
  create table inbox (visitor text not null, id text not null, primary key (visitor, id));
  create table messages (id integer primary key, visitor text not null, author text not null, text text not null);`)
const find = db.prepare<[string], { state: string }>('select state from clients where visitor = ?')
const save = db.prepare('insert into clients values (?, ?) on conflict (visitor) do update set state = excluded.state')
const take = db.prepare('insert into inbox values (?, ?) on conflict do nothing')
const add = db.prepare('insert into messages (visitor, author, text) values (?, ?, ?)')

function turn(visitor: string, id: string, text: string): string {
  if (!take.run(visitor, id).changes) return ''
  const state: State = JSON.parse(find.get(visitor)?.state ?? '{"price":100}')
  if (!/^[0-9]+$/.test(text)) return ''
  state.qty = text
  state.total = state.price * Number(text) + 5
  const reply = `Total: ${state.total}`
  save.run(visitor, JSON.stringify(state))
  add.run(visitor, 'client', text)
  add.run(visitor, 'bot', reply)
  return reply
}

let waiting: (() => () => void)[] = []
const commit = db.transaction((jobs: typeof waiting) => jobs.map((job) => job()))
function flush(): void {
  const jobs = waiting
  waiting = []
  for (const answer of commit.immediate(jobs)) answer()
}

const app = express()
app.use(express.json())
app.post('/messages', (req, res) => {
  const { visitor, id, text } = req.body
  waiting.push(() => {
    const reply = turn(visitor, id, text)
    return () => void res.json({ replies: [{ text: reply }] })
  })
  if (waiting.length === 1) setImmediate(flush)
})

// Express on Node 20 changes the prototype of each request and response; with classes that have it already, that costs nothing.
class Request extends IncomingMessage {}
class Response<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {}
Object.setPrototypeOf(Request.prototype, app.request)
Object.setPrototypeOf(Response.prototype, app.response)
Object.assign(app, { request: Request.prototype, response: Response.prototype })

const server = createServer({ IncomingMessage: Request, ServerResponse: Response, noDelay: true }, app)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : address)
})
