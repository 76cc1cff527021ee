/** Kills the real server at random moments while people talk to it, and looks at what each of them received (reliability-promises, P1.1, P1.2, P3.1, P4.1). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { seededRandom } from '../src/seeded-random.ts'
import { funnel, talk } from './funnel.ts'
import { ownerOf } from './owner.ts'
import { startServer } from './server-process.ts'

const people = Array.from({ length: 100 }, (_, index) => `visitor-${index}`)
const kills = 8
const messagesEach = 150
/** Every so often a message plans something. */
const planEvery = 15

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

it('loses nothing, doubles nothing and keeps the order over SIGKILLs at any moment', { timeout: 90_000 }, async () => {
  const seed = Date.now() % 1_000_000
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'voronka-crash-'))
  const owner = await ownerOf(folder)
  let server = await startServer(folder)
  try {
    const path = await publish(server.url, owner.headers(server.url))
    const tally = { repeats: 0 }
    const url = () => server.url + path
    const talking = Promise.all(people.map((who) => talkTo(url, who, random, tally)))
    for (let kill = 0; kill < kills; kill++) {
      await sleep(200 + random() * 500)
      await server.end('SIGKILL')
      server = await startServer(folder)
    }
    const answered = await talking
    const dialogues = await Promise.all(people.map((who) => whenQuiet(url, who)))

    const expected = await withoutKills()
    const facts = `seed ${seed}: ${kills} kills, ${people.length} people, ${people.length * said.length} messages, ${tally.repeats} sent again`
    const wrong = people.filter((_, index) => JSON.stringify(dialogues[index]) !== JSON.stringify(expected.dialogue))
    const doubled = count(dialogues, (lines) => Math.max(0, lines.length - expected.dialogue.length))
    const lost = count(dialogues, (lines) => Math.max(0, expected.dialogue.length - lines.length))
    console.log(`${facts}; ${lost} lines lost, ${doubled} doubled, ${wrong.length} dialogues differ`)
    expect(tally.repeats, 'the kills hit nobody').toBeGreaterThan(0)
    expect({ lost, doubled, wrong }, facts).toEqual({ lost: 0, doubled: 0, wrong: [] })
    for (const answers of answered) expect(answers, facts).toEqual(expected.answers)
  } finally {
    await server.end('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})

const count = (dialogues: readonly string[][], of: (lines: string[]) => number): number =>
  dialogues.reduce((sum, lines) => sum + of(lines), 0)

/** Says everything in order, each message again and again under its id until it is answered. Gives the answers. */
async function talkTo(url: () => string, who: string, random: () => number, tally: { repeats: number }): Promise<string[]> {
  const answers: string[] = []
  for (const [index, text] of said.entries()) {
    answers.push(...(await sayUntilAnswered(url, { visitor: who, id: `m${index}`, text }, tally)))
    await sleep(random() * 20)
  }
  return answers
}

async function sayUntilAnswered(url: () => string, message: object, tally: { repeats: number }): Promise<string[]> {
  for (;;) {
    const answer = await fetch(`${url()}/messages?wait=1`, post(message))
      .then(async (response) => (response.ok ? replies.parse(await response.json()) : undefined))
      .catch(() => undefined)
    if (answer) return answer.replies.map(({ text }) => text)
    tally.repeats++
    await sleep(50)
  }
}

const replies = z.object({ replies: z.array(z.object({ text: z.string() })) })

/** The dialogue as the page shows it, once everything planned has come: ticks at the end, since their place among the rest is a matter of time. */
async function whenQuiet(url: () => string, who: string): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${url()}/history?visitor=${who}&after=0`)
    const { messages } = history.parse(await answer.json())
    const lines = messages.map(({ from, text }) => `${from}: ${text}`)
    if (attempt === 100 || lines.filter(isTick).length >= planned) return ticksLast(lines)
    await sleep(50)
  }
}

const history = z.object({ messages: z.array(z.object({ from: z.string(), text: z.string() })) })
const isTick = (line: string): boolean => line === 'bot: tick'
const ticksLast = (lines: readonly string[]): string[] => [...lines.filter((line) => !isTick(line)), ...lines.filter(isTick)]

/** The same conversation with a server that nobody kills. */
async function withoutKills(): Promise<{ answers: string[]; dialogue: string[] }> {
  const chat = await talk(counter)
  const answers: string[] = []
  for (const text of said) answers.push(...(await chat.say('x', text)))
  await chat.advance(60_000)
  const dialogue = ticksLast((await chat.dialogue('x')).map((line) => line.replace(/^x: /, 'client: ')))
  await chat.installation.close()
  return { answers, dialogue }
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
