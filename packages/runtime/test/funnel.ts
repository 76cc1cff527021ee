import type { Project } from '@voronka/flow'
import { blankArrow, blankBlock, blankProject } from '@voronka/flow'
import { drive, type Step } from '@voronka/flow/engine'
import { createInstallation, type Installation, type InstallationOptions } from '../src/installation.ts'
import { owner } from './owner.ts'
import { VirtualClock } from '../src/worker/clocks.ts'
import { newDatabase } from './new-database.ts'

type Blocks = Readonly<Record<number, Parameters<typeof blankBlock>[1]>>
type Arrows = readonly (readonly [from: number, to: number, fields?: Parameters<typeof blankArrow>[3]])[]

/** A project document in short: blocks by number, arrows from-to. */
export function funnel(blocks: Blocks, arrows: Arrows = [], settings: Partial<Project['settings']> = {}): Project {
  const blank = blankProject('Funnel')
  return {
    ...blank,
    settings: { ...blank.settings, language: 'en', timezone: 'UTC', ...settings },
    blocks: Object.entries(blocks).map(([number, fields]) => blankBlock(Number(number), fields)),
    arrows: arrows.map(([from, to, fields], index) => blankArrow(index + 1, from, to, fields)),
  }
}

/** Answers everything with what it heard. */
export const echo = funnel({ 1: { type: 'nonstate_cond', text: '#{question}' } })

export const noon = Date.parse('2026-03-10T12:00:00Z')

/** A published funnel with people who talk to it, on a clock that the test moves. */
export interface Talk {
  readonly installation: Installation
  readonly clock: VirtualClock
  readonly project: number
  readonly channel: string
  /** What the bot answers in that turn. */
  say(who: string, text: string, id?: string): Promise<string[]>
  send(who: string, event: Parameters<Installation['worker']['accept']>[0]['event'], id?: string): Promise<string[]>
  advance(milliseconds: number): Promise<void>
  /** The whole dialogue: `anna: hello`, `bot: hi`. */
  dialogue(who: string): Promise<string[]>
  clientId(who: string): Promise<number>
  read<T>(work: () => Step<T>): Promise<T>
}

export async function talk(document: Project, options: Partial<InstallationOptions> = {}): Promise<Talk> {
  const clock = options.clock instanceof VirtualClock ? options.clock : new VirtualClock(noon)
  const installation = createInstallation({ database: await newDatabase(), ...options, clock })
  const known = await installation.db.first(installation.db.build.selectFrom('projects').select('id').orderBy('id'))
  // The web chat answers only where somebody owns the installation.
  if (!(await installation.accounts.owned())) await installation.accounts.add({ ...owner, password: null })
  const project = known?.id ?? (await publish(installation, document))
  await installation.worker.start()
  const [web] = await installation.projects.channels(project)
  if (!web) throw new Error('A project has a web chat.')
  return talkOn(installation, clock, project, web.key)
}

async function publish({ projects }: Installation, document: Project): Promise<number> {
  const { id, revision } = await projects.create({ file: document, language: 'en' })
  await projects.publish(id, { revision, note: '' })
  return id
}

let ids = 0

function talkOn(installation: Installation, clock: VirtualClock, project: number, channel: string): Talk {
  const { worker, clients, messages } = installation
  const read = <T>(work: () => Step<T>): Promise<T> => installation.db.transaction(work)
  const clientId = (who: string) =>
    read(function* () {
      const client = yield* clients.findByOutsideId(channel, who)
      if (!client) throw new Error(`${who} never came.`)
      return client.id
    })
  const send: Talk['send'] = async (who, event, id = `m${++ids}`) => {
    const arrival = { channel, outsideId: `${who}:${id}`, from: { outsideId: who, name: who }, event }
    return (await worker.accept(arrival, { wait: true })).replies.map(({ text }) => text)
  }
  return {
    installation,
    clock,
    project,
    channel,
    read,
    clientId,
    send,
    say: (who, text, id) => send(who, { kind: 'text', text }, id),
    async advance(milliseconds) {
      await clock.advanceTo(clock.now() + milliseconds, () => worker.settled())
      await worker.settled()
    },
    async dialogue(who) {
      await worker.settled()
      const client = await clientId(who)
      const all = await drive(messages.latest(client, 10_000))
      return all.map(({ author, text }) => `${author === 'client' ? who : author}: ${text}`)
    },
  }
}
