import type { Project, ProjectFile } from '@voronka/flow'
import { createInstallation, type Installation } from '../installation.ts'
import { testChannelOf } from '../projects/projects.ts'
import { seededRandom } from '../seeded-random.ts'
import { VirtualClock } from '../worker/clocks.ts'
import type { CommittedTurn } from '../worker/contract.ts'
import type { DialogueStep, StubbedAnswer } from './dialogue-step.ts'
import { defaultStart, targetMoment } from './moments.ts'
import { playedReplies, playedState, playedTraces, type PlayedStep } from './played-step.ts'
import { stubbedCaller } from './stubbed-caller.ts'
import { stepEvent, type Captions } from './step-event.ts'
import { UnplayableStep } from './unplayable-step.ts'

export interface SimulationOptions {
  /** Where the clock begins, milliseconds UTC; 2026-01-01 12:00 in the project's zone unless told. */
  readonly start?: number
  /** Repeats the random numbers. */
  readonly seed?: number
  /** Hears of failures inside Voronka itself. */
  onError?(error: unknown): void
}

export interface Simulation {
  /** What it plays on: for looking at what a step does not tell. */
  readonly installation: Installation
  readonly project: number
  /** Plays one step and everything that follows from it. Throws `UnplayableStep`. */
  play(step: DialogueStep): Promise<PlayedStep>
  close(): Promise<void>
}

/** So many turns may follow from one step; an advance by years over a planned entry that renews itself every second stops here. */
const mostTurns = 10_000

/**
 * Plays dialogues against a project as the test chat would, on an installation in memory of its own whose clock stands still between steps: the same steps
 * always give the same answers. The document need not be free of errors.
 */
export async function createSimulation(document: ProjectFile, options: SimulationOptions = {}): Promise<Simulation> {
  const { start = defaultStart(document.settings.timezone), seed = 1, onError = () => undefined } = options
  const clock = new VirtualClock(start)
  const stubs: StubbedAnswer[] = []
  const caller = stubbedCaller(stubs)
  const installation = createInstallation({ database: ':memory:', clock, random: seededRandom(seed), caller, senders: [], onError })
  const { worker, projects } = installation
  const { id: project } = await projects.create({ file: document, language: document.settings.language })
  await startVariables(installation, project, document)
  await worker.start()

  const channel = testChannelOf(project)
  const people = new Map<number, Captions>()
  let turns: CommittedTurn[] = []
  let sent = 0
  worker.onTurn((turn) => {
    turns.push(turn)
    const captions = people.get(Number(turn.outsideId))
    for (const { extra } of turn.messages) for (const button of extra.buttons ?? []) captions?.set(button.text, button)
  })

  const settle = async () => {
    await worker.settled()
    if (turns.length > mostTurns) throw new UnplayableStep(`More than ${mostTurns} turns follow from this step.`)
  }

  async function act(step: DialogueStep, client: number): Promise<void> {
    if ('answers' in step) {
      stubs.push(...step.answers)
      return
    }
    if ('advance' in step || 'at' in step) return clock.advanceTo(targetMoment(step, clock.now()), settle)
    const captions = people.get(client) ?? new Map()
    people.set(client, captions)
    const event = stepEvent(step, captions)
    if (event)
      await worker.accept({ channel, outsideId: `${client}:${++sent}`, from: { outsideId: String(client) }, event }, { wait: true })
    // What is due at once, such as a planned entry whose moment has passed.
    await clock.advanceTo(clock.now(), settle)
  }

  return {
    installation,
    project,
    async play(step) {
      const { client = 1 } = step
      turns = []
      await act(step, client)
      const several = people.size > 1
      return {
        step,
        client,
        now: new Date(clock.now()).toISOString(),
        replies: turns.flatMap((turn) => playedReplies(turn, several)),
        ...(await playedState(installation, project, channel, client)),
        trace: await playedTraces(installation, turns, several),
      }
    },
    close: () => installation.close(),
  }
}

/** What the project's settings give its variables to begin with, in the copy that is for trying. */
async function startVariables({ db, variables }: Installation, project: number, { settings }: Project): Promise<void> {
  await db.transaction(function* () {
    for (const { name, value } of settings.variables) if (value !== '') yield* variables.set(project, true, name, value)
  })
}
