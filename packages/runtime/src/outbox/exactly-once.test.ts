import { requestSchema } from '@voronka/flow'
import type { Step } from '@voronka/flow/engine'
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { funnel, noon, talk } from '../../test/funnel.ts'
import type { Db } from '../db/contract.ts'
import { openSqlite } from '../db/sqlite.ts'
import { VirtualClock } from '../worker/clocks.ts'
import type { Caller } from '../worker/journal/caller.ts'
import type { Sender } from './sender.ts'

/** Internal effects, a call of a script, one of a block, and two kinds of deliveries, in every turn. */
const document = funnel(
  {
    1: {
      type: 'nonstate_cond',
      calculator: 'project.total = total + 1\nrate = requests_get("https://first.example/" + question)',
      request: requestSchema.parse({ url: 'https://second.example/#{question}' }),
      webhook: 'https://hook.example/',
      text: '#{question}: #{rate}, #{custom_answer}',
    },
  },
  [],
  { variables: [{ name: 'total', value: '0' }] },
)

class Crash extends Error {
  override readonly name = 'Crash'
}

/** The program that dies at its n-th point: before or after a commit, before or after something is sent. What comes after that does not happen. */
function mortal(last: number) {
  let points = 0
  let isArmed = false
  let isDead = false
  let tell = (): void => undefined
  const died = new Promise<void>((resolve) => (tell = resolve))
  const point = (): void => {
    if (isArmed && ++points >= last) {
      isDead = true
      tell()
    }
    if (isDead) throw new Crash('dead')
  }
  return {
    point,
    died,
    arm: () => void (isArmed = true),
    database(db: Db): Db {
      const transaction = async <T>(work: () => Step<T>, urgency?: 'now' | 'later'): Promise<T> => {
        point()
        const answer = await db.transaction(work, urgency)
        point()
        return answer
      }
      return Object.assign(Object.create(db) as Db, { transaction })
    },
  }
}

type World = ReturnType<typeof world>

/** Servers of others, which outlive the program: what each key was sent with, every time. */
function world() {
  const calls = new Map<string, string[]>()
  const deliveries = new Map<string, string[]>()
  const note = (heard: Map<string, string[]>, key: string, what: string) => heard.set(key, [...(heard.get(key) ?? []), what])
  const caller = (point: () => void): Caller => ({
    async call({ key, request }) {
      point()
      note(calls, key, request.url)
      point()
      return { answer: { status: 200, body: `"${new URL(request.url).host}"` } }
    },
    longestMs: () => 30_000,
  })
  const sender = (kind: string, point: () => void): Sender => ({
    kind,
    atOnce: 2,
    longestMs: 5000,
    async send({ key, message }) {
      point()
      note(deliveries, key, message)
      point()
      return { kind: 'accepted', id: null }
    },
  })
  return { calls, deliveries, caller, sender }
}

interface Life {
  readonly file: string
  readonly at: number
  readonly outside: World
  /** The point at which it dies; none: it lives on until everything is done. */
  readonly last?: number
}

async function live({ file, at, outside: { caller, sender }, last = Infinity }: Life, texts: readonly string[], acked: Set<string>) {
  const { point, died, arm, database } = mortal(last)
  const senders = [sender('webhook', point), sender('block-webhook', point)]
  const chat = await talk(document, { database: database(openSqlite(file)), clock: new VirtualClock(at), caller: caller(point), senders })
  arm()
  const working = (async () => {
    for (const text of texts) {
      if (acked.has(text)) continue
      await chat.say('anna', text, text)
      acked.add(text)
    }
    await chat.advance(600_000)
  })().catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error
  })
  await Promise.race([working, died])
  return chat
}

it('loses nothing and doubles nothing, wherever the program dies: what is ours happens once, what goes out keeps its key', async () => {
  let deaths = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), async (faults) => {
      const folder = mkdtempSync(join(tmpdir(), 'voronka-once-'))
      try {
        const file = join(folder, 'voronka.db')
        const outside = world()
        const texts = ['a', 'b', 'c']
        const acked = new Set<string>()
        const setUp = await live({ file, at: noon, outside }, [], acked)
        const nobody = { kind: 'console', account: null, email: '', name: '', address: '', key: null } as never
        await setUp.installation.webhooksWork.create(nobody, setUp.project, { url: 'https://told.example/', repeats: false })
        await setUp.installation.close()
        let at = noon
        for (const last of faults) {
          const life = await live({ file, at: (at += 60_000), outside, last }, texts, acked)
          await life.installation.close().catch(() => undefined)
          deaths++
        }
        const { installation, dialogue, project, read } = await live({ file, at: at + 60_000, outside }, texts, acked)

        expect(await dialogue('anna')).toEqual(
          texts.flatMap((text) => [`anna: ${text}`, `bot: ${text}: "first.example", "second.example"`]),
        )
        const total = (await read(() => installation.variables.all(project, false))).get('total')
        expect(Number(total)).toBe(texts.length)
        const once = (heard: ReadonlyMap<string, readonly string[]>) => Array.from(heard.values(), (sent) => Array.from(new Set(sent)))
        expect(once(outside.calls).flat().sort()).toEqual(
          ['first', 'second'].flatMap((host) => texts.map((text) => `https://${host}.example/${text}`)),
        )
        // A turn: what came in, what was answered, and the block's own.
        expect(once(outside.deliveries)).toHaveLength(texts.length * 3)
        for (const sent of once(outside.deliveries)) expect(sent).toHaveLength(1)
        expect(await installation.outboxWork.list(project, {})).toMatchObject({ waiting: 0, dead: 0 })
        await installation.close()
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: 12 },
  )
  expect(deaths).toBeGreaterThan(10)
}, 120_000)
