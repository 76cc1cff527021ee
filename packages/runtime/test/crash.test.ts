/** Kills the real server at random moments while people talk to it, and looks at what each of them received (reliability-promises, P1.1, P1.2, P3.1, P4.1). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { postgresDatabase } from '../src/db/postgres-database.ts'
import { seededRandom } from '../src/seeded-random.ts'
import { funnel, talk } from './funnel.ts'
import { ownerOf } from './owner.ts'
import { startServer } from './server-process.ts'

const everybody = Array.from({ length: 100 }, (_, index) => `visitor-${index}`)
const messagesEach = 100
/** Every so often a message plans something. */
const planEvery = 20
/** So many messages are delivered again later, and so many after the one that follows them. */
const repeatedShare = 0.1
const outOfOrderShare = 0.05

/** Each answer has a number and a sum that depend on every turn before: a turn lost, doubled or overtaken shows in all that follow. */
const counter = funnel(
  {
    1: { type: 'nonstate_cond', calculator: 'n = n + 1\nsum = sum * 3 + question', text: '#{n}: #{sum % 1000003}' },
    2: { type: 'start', condition: 'plan', matchType: 'keywords', calculator: 'n = n + 1', text: 'planned #{n}' },
    3: { type: 'nonstate', text: 'tick' },
    4: { type: 'start', condition: 'begin', matchType: 'exact', calculator: 'n = 0\nsum = 0', text: 'ready' },
  },
  [[2, 3, { delay: { value: 1, unit: 'seconds' }, cancelTimers: false, doNotCancel: true }]],
)

const said = [
  'begin',
  ...Array.from({ length: messagesEach }, (_, index) => ((index + 1) % planEvery === 0 ? `plan ${index}` : String(index))),
]
const planned = said.filter((text) => text.startsWith('plan')).length

interface Delivery {
  readonly id: string
  readonly text: string
  /** It was delivered and answered before. */
  readonly again: boolean
}

/** What the network makes of what one person says; `begin` comes first. */
function deliveriesOf(random: () => number): Delivery[] {
  const order = said.map((text, index) => ({ id: `m${index}`, text, again: false }))
  for (let at = 1; at + 1 < order.length; at++) {
    const [here, next] = [order[at], order[at + 1]]
    if (!here || !next || random() >= outOfOrderShare) continue
    order.splice(at, 2, next, here)
    at++
  }
  return order.flatMap((delivery, index) => {
    const earlier = order[Math.floor(random() * (index + 1))]
    return earlier && random() < repeatedShare ? [delivery, { ...earlier, again: true }] : [delivery]
  })
}

/** Where it runs: what is killed is started again at once, and where there are two, the other goes on. */
interface Layout {
  readonly name: string
  readonly servers: number
  readonly kills: number
  /** How many people talk. */
  readonly people: number
  database(): Promise<{ url: string; drop(): Promise<void> }>
}

const layouts: readonly Layout[] = [
  { name: 'SQLite, one process', servers: 1, kills: 8, people: 100, database: async () => ({ url: '', drop: () => Promise.resolve() }) },
  { name: 'PostgreSQL, two processes', servers: 2, kills: 4, people: 10, database: postgresDatabase },
]

it.each(layouts)(
  'loses nothing, doubles nothing and keeps the order over SIGKILLs at any moment: $name',
  { timeout: 300_000 },
  async (layout) => {
    const people = everybody.slice(0, layout.people)
    const { seed = Date.now() % 1_000_000 } = fc.readConfigureGlobal()
    const random = seededRandom(seed)
    const folder = mkdtempSync(join(tmpdir(), 'voronka-crash-'))
    const database = await layout.database()
    const owner = await ownerOf(folder, database.url)
    const start = () => startServer(folder, { built: true, database: database.url })
    const servers = await Promise.all(Array.from({ length: layout.servers }, start))
    try {
      const first = servers[0]?.url ?? ''
      const path = await publish(first, owner.headers(first))
      const tally = { answered: 0, unanswered: 0 }
      let restarted = Promise.resolve()
      const url = () => `${servers[Math.floor(random() * servers.length)]?.url}${path}`
      const deliveries = people.map(() => deliveriesOf(random))
      let talking = true
      const talks = Promise.all(
        people.map((who, index) => talkTo({ url, tally, up: () => restarted }, who, deliveries[index] ?? [])),
      ).finally(() => (talking = false))
      const share = deliveries.flat().length / layout.kills
      for (let kill = 0; kill < layout.kills && talking; kill++) {
        const next = tally.answered + random() * share
        await vi.waitUntil(() => !talking || tally.answered >= next, { interval: 7, timeout: 120_000 })
        const one = Math.floor(random() * servers.length)
        restarted = (async () => {
          await servers[one]?.end('SIGKILL')
          servers[one] = await start()
        })()
        await restarted
      }
      const answered = await talks
      const dialogues = await Promise.all(people.map((who) => whenQuiet(url, who)))

      const expected = await withoutKills(deliveries)
      const flat = deliveries.flat()
      const repeated = flat.filter(({ again }) => again).length
      const facts = `${layout.name}, seed ${seed}: ${flat.length - repeated} messages of ${people.length} people, ${repeated} repeated, ${tally.unanswered} unanswered and sent again`
      const wrong = people.filter((_, index) => JSON.stringify(dialogues[index]) !== JSON.stringify(expected[index]?.dialogue))
      const difference = (sign: 1 | -1) =>
        dialogues.reduce((sum, lines, index) => sum + Math.max(0, sign * (lines.length - (expected[index]?.dialogue.length ?? 0))), 0)
      const [doubled, lost] = [difference(1), difference(-1)]
      console.log(`${facts}; ${lost} lines lost, ${doubled} doubled, ${wrong.length} dialogues differ`)
      expect(tally.unanswered, 'the kills hit nobody').toBeGreaterThan(0)
      expect({ lost, doubled, wrong }, facts).toEqual({ lost: 0, doubled: 0, wrong: [] })
      for (const [index, answers] of answered.entries()) expect(answers, facts).toEqual(expected[index]?.answers)
    } finally {
      await Promise.all(servers.map((server) => server.end('SIGKILL')))
      await database.drop()
      rmSync(folder, { recursive: true })
    }
  },
)

interface Line {
  url(): string
  readonly tally: { answered: number; unanswered: number }
  /** When the server that was killed last is back. */
  up(): Promise<void>
}

/** Delivers everything in order, each message again and again under its id until it is answered. Gives the answers. */
async function talkTo(line: Line, who: string, deliveries: readonly Delivery[]): Promise<string[][]> {
  const answers: string[][] = []
  for (const { id, text } of deliveries) answers.push(await sayUntilAnswered(line, { visitor: who, id, text }))
  return answers
}

async function sayUntilAnswered({ url, tally, up }: Line, message: object): Promise<string[]> {
  for (;;) {
    const answer = await fetch(`${url()}/messages?wait=1`, post(message))
      .then(async (response) => (response.ok ? replies.parse(await response.json()) : undefined))
      .catch(() => undefined)
    if (answer) {
      tally.answered++
      return answer.replies.map(({ text }) => text)
    }
    tally.unanswered++
    await up()
  }
}

const replies = z.object({ replies: z.array(z.object({ text: z.string() })) })

/** The dialogue as the page shows it, once everything planned has come: ticks at the end, since their place among the rest is a matter of time. */
async function whenQuiet(url: () => string, who: string): Promise<string[]> {
  const lines = async () => {
    const answer = await fetch(`${url()}/history?visitor=${who}&after=0`)
    return history.parse(await answer.json()).messages.map(({ from, text }) => `${from}: ${text}`)
  }
  // Lost ticks are told by the comparison, not by this.
  await vi
    .waitUntil(async () => (await lines()).filter(isTick).length >= planned, { interval: 100, timeout: 30_000 })
    .catch(() => undefined)
  return ticksLast(await lines())
}

const history = z.object({ messages: z.array(z.object({ from: z.string(), text: z.string() })) })
const isTick = (line: string): boolean => line === 'bot: tick'
const ticksLast = (lines: readonly string[]): string[] => [...lines.filter((line) => !isTick(line)), ...lines.filter(isTick)]

/** The same conversations with a server that nobody kills. */
async function withoutKills(deliveries: readonly (readonly Delivery[])[]): Promise<{ answers: string[][]; dialogue: string[] }[]> {
  const chat = await talk(counter)
  const answers = await Promise.all(
    deliveries.map(async (own, index) => {
      const answered: string[][] = []
      for (const { id, text } of own) answered.push(await chat.say(`v${index}`, text, id))
      return answered
    }),
  )
  await chat.advance(60_000)
  const told = answers.map(async (answered, index) => {
    const lines = await chat.dialogue(`v${index}`)
    return { answers: answered, dialogue: ticksLast(lines.map((line) => line.replace(/^v\d+: /, 'client: '))) }
  })
  const conversations = await Promise.all(told)
  await chat.installation.close()
  return conversations
}

const project = z.object({ id: z.int(), revision: z.int() })
const channels = z.object({ channels: z.array(z.object({ path: z.string() })) })

/** Gives the path of the chat. */
async function publish(url: string, headers: Record<string, string>): Promise<string> {
  const { id, revision } = project.parse(await (await fetch(`${url}/api/projects`, post({ file: counter }, headers))).json())
  await fetch(`${url}/api/projects/${id}/publish`, post({ revision }, headers))
  const found = channels.parse(await (await fetch(`${url}/api/projects/${id}/channels`, { headers })).json())
  return found.channels[0]?.path ?? ''
}

const post = (body: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})
