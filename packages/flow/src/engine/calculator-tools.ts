import { compileExpression, compileScript, compileTemplate, type Language, type Library, type World } from '@voronka/calculator'
import { library as functions, type Ports, type RequestsPort, type WorldPorts } from '@voronka/functions'
import { callOf } from './action-call.ts'
import type { ProjectFacts, Tools, TurnScope } from './contract.ts'
import { ProgramCache } from './program-cache.ts'
import { inserts } from './text-places.ts'

/** What one turn brings along: its moment, its dice, its project, and the world as its functions reach it. */
export interface TurnOptions {
  readonly now: number
  /** IANA name of the project's time zone. */
  readonly zone: string
  readonly language: Language
  random(): number
  readonly ports: WorldPorts
  readonly project: ProjectFacts
  readonly buttonsSupported: boolean
  readonly nextOrder?: number | undefined
  readonly mainClient?: number | undefined
  /** Milliseconds of processor time, for the limit on the running time of a script. */
  stopwatch?(): number
  /** Without it, requests to foreign servers have no answer. */
  call?: Tools['call']
}

export interface CalculatorTools {
  /** The tools of one turn. */
  forTurn(options: TurnOptions): Tools
}

/**
 * Joins the engine and the calculator: scripts, texts and comparisons are compiled once for each source text and kept while they are in use.
 * Make one for a library and share it among all turns.
 */
export function createCalculatorTools(library: Library<Ports>): CalculatorTools {
  const scripts = new ProgramCache((source) => compileScript(source, library))
  const templates = new ProgramCache((source) => compileTemplate(source, library))
  const places = new Map(
    (['url', 'json', 'form', 'header'] as const).map((place) => [
      place,
      new ProgramCache((source) => compileTemplate(source, library, inserts[place]), mostInPlaces),
    ]),
  )
  const expressions = new ProgramCache((source) => compileExpression(source, library))
  return {
    forTurn(options) {
      const { now, zone, random, project, buttonsSupported, nextOrder, mainClient, ports, call = unanswered } = options
      let world: TurnWorld | undefined
      const worldOf = (turn: TurnScope): TurnWorld => (world?.turn === turn ? world : (world = new TurnWorld(turn, options)))
      return {
        now,
        zone,
        random,
        project,
        buttonsSupported,
        nextOrder,
        mainClient,
        ports,
        call,
        run(source, turn) {
          return scripts.get(source).run(turn.scopes, worldOf(turn))
        },
        render(text, turn, place) {
          if (!text.includes('#{')) return text
          const programs = (place && places.get(place)) ?? templates
          return programs.get(text).render(turn.scopes, worldOf(turn), turn.report)
        },
        act(action, turn) {
          return callOf(action, functions, worldOf(turn))
        },
        compare(source, turn) {
          const expression = expressions.get(source)
          const bare = expression.bareName !== undefined
          const evaluated = expression.evaluate(turn.scopes, worldOf(turn))
          return 'then' in evaluated ? evaluated.then((answer) => ({ ...answer, bare })) : { ...evaluated, bare }
        },
      }
    },
  }
}

/** Texts of requests: few blocks have one. */
const mostInPlaces = 1000

const unanswered: Tools['call'] = () => ({ answer: { status: 0, body: '', failure: 'unreachable' } })

/** The world of one turn's scripts. A class, because closures made anew for each turn cost more than the turn's own work. */
class TurnWorld implements World<Ports> {
  readonly turn: TurnScope
  readonly zone: string
  readonly language: Language
  readonly stopwatch: (() => number) | undefined
  readonly #now: number
  readonly #worldPorts: WorldPorts
  #ports: Ports | undefined

  constructor(turn: TurnScope, { now, zone, language, ports, stopwatch }: TurnOptions) {
    this.turn = turn
    this.zone = zone
    this.language = language
    this.stopwatch = stopwatch
    this.#now = now
    this.#worldPorts = ports
  }

  /** Made when a function first reaches the world: most scripts do not. */
  get ports(): Ports {
    return (this.#ports ??= new PortsOfScript(this.turn, this.#worldPorts))
  }

  now(): number {
    return this.#now
  }

  random(): number {
    return this.turn.random()
  }

  /** Actions assign nothing: what a function would store has no place there. */
  setVariable(): void {}

  /** What went wrong without failing is told with the action's own answer. */
  warn(): void {}
}

/** What the world has and what the engine itself provides. Asks the world for nothing but the port that is wanted. */
class PortsOfScript implements Ports {
  readonly conversation: Ports['conversation']
  readonly requests: RequestsPort
  readonly #world: WorldPorts

  constructor(turn: TurnScope, world: WorldPorts) {
    this.conversation = turn.conversation
    this.requests = { send: (request) => turn.call(request) }
    this.#world = world
  }

  get clients() {
    return this.#world.clients
  }
  get dialogue() {
    return this.#world.dialogue
  }
  get operators() {
    return this.#world.operators
  }
  get tasks() {
    return this.#world.tasks
  }
  get lists() {
    return this.#world.lists
  }
  get labels() {
    return this.#world.labels
  }
  get orders() {
    return this.#world.orders
  }
  get booking() {
    return this.#world.booking
  }
  get payments() {
    return this.#world.payments
  }
}
