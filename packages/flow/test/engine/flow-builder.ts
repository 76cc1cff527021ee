import { fromPlain, toPlain, type Value } from '@voronka/calculator'
import { library, memoryPorts } from '@voronka/functions'
import { flowSchema, type Flow } from '../../src/model/flow.ts'
import {
  compileFlow,
  createCalculatorTools,
  drive,
  newSession,
  step,
  type ClientFacts,
  type CompiledFlow,
  type Effect,
  type Event,
  type Pending,
  type ProjectFacts,
  type Session,
  type Tools,
  type TraceEntry,
  type Turn,
} from '../../src/engine/index.ts'
import type { z } from 'zod'
import type { arrowSchema, blockSchema } from '../../src/model/flow.ts'

type BlockFields = Omit<z.input<typeof blockSchema>, 'number'>
type ArrowFields = Omit<z.input<typeof arrowSchema>, 'id' | 'from' | 'to'>

export const anna: ClientFacts = {
  id: 7,
  name: 'Anna',
  fullName: 'Anna Karenina',
  avatar: '',
  platformId: 'anna',
  clientType: 5,
  messenger: 'online chat',
  group: 'test',
  tag: '',
  createdAt: Date.parse('2026-03-01T12:00:00+03:00'),
}

/** A short-hand for flows: blocks by number, arrows as `[from, to, fields]` numbered from 1. */
export function flowOf(
  blocks: Readonly<Record<number, BlockFields>>,
  arrows: readonly (readonly [number, number, ArrowFields?])[] = [],
): Flow {
  return flowSchema.parse({
    format: 1,
    blocks: Object.entries(blocks).map(([number, fields]) => ({ number: Number(number), ...fields })),
    arrows: arrows.map(([from, to, fields], at) => ({ id: at + 1, from, to, ...fields })),
  })
}

const tools = createCalculatorTools(library)

interface Setting extends Partial<Omit<ProjectFacts, 'constants' | 'variables'>> {
  readonly constants?: Readonly<Record<string, unknown>>
  readonly now?: string
  readonly zone?: string
  readonly buttonsSupported?: boolean
  readonly draws?: readonly number[]
  readonly client?: Partial<ClientFacts>
}

/** A person who talks to a flow, with a clock that stands still until it is moved. */
export class Talk {
  flow: CompiledFlow
  session: Session
  now: number
  turn: Turn | undefined
  readonly project: ProjectFacts & { enabled: boolean }
  readonly #setting: Setting
  readonly #draws: number[]

  constructor(flow: Flow, setting: Setting = {}) {
    this.#setting = setting
    this.#draws = [...(setting.draws ?? [])]
    this.flow = compileFlow(flow)
    this.session = newSession({ ...anna, ...setting.client })
    this.now = Date.parse(setting.now ?? '2026-03-10T12:00:00+03:00')
    this.project = {
      id: 3,
      variables: new Map<string, Value>(),
      pendingLimit: 1000,
      firstMessage: '',
      unknownAnswer: '',
      enabled: true,
      ...setting,
      constants: new Map(Object.entries(setting.constants ?? {}).map(([name, value]) => [name, fromPlain(value)])),
    }
  }

  tools(): Tools {
    return tools.forTurn({
      now: this.now,
      zone: this.#setting.zone ?? 'Europe/Moscow',
      language: 'ru',
      random: () => this.#draws.shift() ?? 0.5,
      ports: memoryPorts(),
      project: this.project,
      buttonsSupported: this.#setting.buttonsSupported ?? true,
    })
  }

  /** One turn; gives the texts that were said. */
  happen(event: Event): string[] {
    const turn = drive(step(this.flow, this.session, event, this.tools()))
    if (turn instanceof Promise) throw new Error('Nothing here waits.')
    this.turn = turn
    this.session = turn.session
    return this.said()
  }

  text(text: string): string[] {
    return this.happen({ kind: 'text', text })
  }

  press(text: string): string[] {
    return this.happen({ kind: 'button', text })
  }

  callback(text: string, { pressed = false } = {}): string[] {
    return this.happen({ kind: 'callback', text, pressed })
  }

  send(block: number, by: Extract<Event, { kind: 'send-block' }>['by'] = 'test'): string[] {
    return this.happen({ kind: 'send-block', block, by })
  }

  /** Moves the clock, and lets planned entries fall due on the way, in due order. */
  wait(minutes: number): string[] {
    const until = this.now + minutes * 60_000
    const said: string[] = []
    for (;;) {
      const [next] = this.session.pending.toSorted((a, b) => a.due - b.due || a.id - b.id)
      if (!next || next.due > until) break
      this.now = Math.max(this.now, next.due)
      said.push(...this.happen({ kind: 'timer', pending: next.id }))
      if (this.effects('postpone').length > 0) break
    }
    this.now = until
    return said
  }

  effects<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    return (this.turn?.effects ?? []).filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type)
  }

  trace<T extends TraceEntry['type']>(type: T): Extract<TraceEntry, { type: T }>[] {
    return (this.turn?.trace.entries ?? []).filter((entry): entry is Extract<TraceEntry, { type: T }> => entry.type === type)
  }

  said(): string[] {
    return this.effects('say').map(({ message }) => message.text)
  }

  /** What was examined, as `[a3] fired` or `[b5] condition`. */
  examined(): string[] {
    return this.trace('examined').map(({ block, arrow, why }) => `${arrow === undefined ? `b${block}` : `a${arrow}`} ${why}`)
  }

  /** Numbers of the arrows of planned entries, in the order of planning. */
  planned(): number[] {
    return this.session.pending.map(({ arrow }) => arrow)
  }

  order(name: string): unknown {
    return toPlain(this.session.variables.order.get(name) ?? null)
  }

  client(name: string): unknown {
    return toPlain(this.session.variables.client.get(name) ?? null)
  }

  due(arrow: number): string | undefined {
    const entry = this.session.pending.find((pending: Pending) => pending.arrow === arrow)
    return entry && new Date(entry.due).toISOString()
  }
}
