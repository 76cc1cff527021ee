import type { Value } from '@voronka/calculator'
import { isPromise, sessionChanges, type Outside, type Session, type SessionChanges } from '@voronka/flow/engine'
import { addressOf, type MaybePromise, type OutboundRequest, type WorldPorts } from '@voronka/functions'
import { processorTime } from '../../processor-clock.ts'

/** How a turn began: with it and what it was told on the way, it can be run again (architecture, section 2). */
export interface TurnStart {
  /** Number of the turn. */
  readonly turn: number
  readonly now: number
  readonly tag: string | undefined
  /** Number of the version that it runs; null: the draft. */
  readonly version: number | null
  readonly session: Session
  readonly nextOrder: number | undefined
}

/** What a turn was told between two calls, and the call that ended it. */
export interface Segment {
  /** Answers of ports in order, each with what was asked. */
  readonly told: readonly Told[]
  readonly draws: readonly number[]
  /** Project variables as they were when it first looked at them. */
  readonly seen: ReadonlyMap<string, Value | undefined>
  readonly size: number | undefined
  readonly request: OutboundRequest
  readonly answer: Outside
}

interface Told {
  readonly what: string
  readonly answer?: unknown
  readonly error?: string
}

export interface StoredJournal {
  readonly start: TurnStart
  /** Effects that are carried out already. */
  readonly carried: number
  /** The last one has no answer yet: that is where the turn waits. */
  readonly segments: readonly (Omit<Segment, 'answer'> & { readonly answer?: Outside })[]
}

/** A turn that is run again went another way than before. */
export class JournalMismatch extends Error {
  override readonly name = 'JournalMismatch'
}

const never = new Promise<never>(() => undefined)

/**
 * What a turn is told by the world while it runs: answers of ports, draws, project variables, answers from outside. A turn that was cut at a call is run
 * again from its start and is told the same, so that it comes to the same place; what lies beyond is new. A class with everything made late:
 * most turns ask nothing.
 */
export class TurnJournal {
  readonly #past: readonly Segment[]
  #at = 0
  #told: Told[] | undefined
  #draws: number[] | undefined
  #seen: Map<string, Value | undefined> | undefined
  #size: number | undefined
  #nextTold = 0
  #nextDraw = 0
  readonly #stored: Session | undefined
  #frozen: number | undefined
  #wake: (() => void) | undefined
  /** The call that has no answer yet: the turn cannot go on before there is one. */
  wanted: OutboundRequest | undefined

  /** `stored`: the session as it is now; what others did to it since the turn was cut belongs to the latest answer. */
  constructor(past: readonly Segment[] = [], stored?: Session) {
    this.#past = past
    this.#stored = stored
  }

  get #replayed(): Segment | undefined {
    return this.#past[this.#at]
  }

  /** Which stretch between two calls it is in. */
  get segment(): number {
    return this.#at
  }

  /** It has come beyond what it did before. */
  get isNew(): boolean {
    return this.#at >= this.#past.length
  }

  random(draw: () => number): number {
    const before = this.#replayed
    if (before) return before.draws[this.#nextDraw++] ?? mismatch('a random number')
    const drawn = draw()
    ;(this.#draws ??= []).push(drawn)
    return drawn
  }

  /** Running time is not counted again. */
  readonly stopwatch = (): number => {
    if (!this.isNew) return (this.#frozen ??= processorTime())
    return processorTime()
  }

  /** The ports, with everything that they answer journaled. Most turns ask none of them, so each is wrapped when it is asked for. */
  ports(world: WorldPorts): WorldPorts {
    return new Proxy(world, {
      get: (target, name) => {
        const port: unknown = Reflect.get(target, name)
        return typeof port === 'object' && port !== null && typeof name === 'string' ? this.#port(name, port) : port
      },
    })
  }

  #port(name: string, port: object): object {
    return new Proxy(port, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key)
        if (typeof method !== 'function' || typeof key !== 'string') return method
        return (...args: unknown[]) => this.#ask(`${name}.${key}`, () => Reflect.apply(method, target, args))
      },
    })
  }

  #ask(what: string, ask: () => unknown): unknown {
    const before = this.#replayed
    if (before) {
      const told = before.told[this.#nextTold++]
      if (told?.what !== what) mismatch(what)
      if (told.error !== undefined) throw new Error(told.error)
      return told.answer
    }
    const note = (answer: unknown): unknown => {
      ;(this.#told ??= []).push({ what, answer })
      return answer
    }
    const failed = (error: unknown): never => {
      ;(this.#told ??= []).push({ what, error: error instanceof Error ? error.message : String(error) })
      throw error
    }
    try {
      const answer = ask()
      return isPromise(answer) ? answer.then(note, failed) : note(answer)
    } catch (error) {
      return failed(error)
    }
  }

  /** The value of a project variable, the same however often it is looked at between two calls. */
  look(name: string, read: () => Value | undefined): Value | undefined {
    const before = this.#replayed
    if (before) return before.seen.get(name)
    if (this.#seen?.has(name)) return this.#seen.get(name)
    const value = read()
    ;(this.#seen ??= new Map()).set(name, value)
    return value
  }

  size(read: () => number): number {
    return this.#replayed?.size ?? (this.#size ??= read())
  }

  /** The answer from outside, or a wait that never ends: then `wanted` says what for. */
  call(request: OutboundRequest, session: () => Session): MaybePromise<Outside> {
    const before = this.#replayed
    if (!before) {
      this.wanted = request
      this.#wake?.()
      return never
    }
    if (!sameRequest(before.request, request)) mismatch(`${request.method} ${request.url}`)
    this.#nextTold = 0
    this.#nextDraw = 0
    this.#at++
    if (!this.isNew || !this.#stored) return before.answer
    const changes: SessionChanges | undefined = sessionChanges(session(), this.#stored)
    this.#fresh = changes
    return changes ? { ...before.answer, changes } : before.answer
  }

  #fresh: SessionChanges | undefined

  /** Resolves when a call is wanted. */
  get whenWanted(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      if (this.wanted) resolve()
    })
  }

  /** Everything up to the call that is wanted. */
  cut(): StoredJournal['segments'] {
    if (!this.wanted) throw new Error('Nothing is wanted from outside.')
    const changes = this.#fresh
    const past = this.#past.map((segment, at) =>
      changes && at === this.#past.length - 1 ? { ...segment, answer: { ...segment.answer, changes } } : segment,
    )
    const { wanted: request } = this
    return [...past, { told: this.#told ?? [], draws: this.#draws ?? [], seen: this.#seen ?? new Map(), size: this.#size, request }]
  }
}

function mismatch(what: string): never {
  throw new JournalMismatch(`A turn that was run again asked for something else than before: ${what}.`)
}

const sameRequest = (a: OutboundRequest, b: OutboundRequest): boolean =>
  a.method === b.method && addressOf(a) === addressOf(b) && a.body === b.body && JSON.stringify(a.headers) === JSON.stringify(b.headers)
