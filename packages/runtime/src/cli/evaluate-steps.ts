import { explain, fromPlain, isArray, isDict, writeJson, type Dict, type Diagnostic, type Scopes, type Value } from '@voronka/calculator'
import { blankBlock, blankProject, readProject, type ProjectFile } from '@voronka/flow'
import { builtinOf, type Step, type TraceEntry } from '@voronka/flow/engine'
import { mainOf } from '../clients/merge-clients.ts'
import { createInstallation, type Installation } from '../installation.ts'
import { seededRandom } from '../seeded-random.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { openSession } from '../worker/open-session.ts'
import { answered, lookUpIn } from './case-variables.ts'
import { targetsOf, type CaseSetting } from './evaluate-case.ts'
import { readProjectFile } from './project-file.ts'

interface EvalStep {
  readonly script: string
  /** Number of the client; whoever it names first exists from the beginning. */
  readonly client: number
}

const mostClients = 1000

/**
 * Runs scripts one after another on an installation in memory of its own: each as the calculator of a block that its client is put into, through the same
 * engine, ports and database as in real life. Between two steps everything is worked off that the first one caused.
 */
export async function evaluateSteps(line: Dict, { now, timezone, seed, read }: CaseSetting): Promise<Value> {
  const steps = readSteps(line.get('steps') ?? [])
  const project = projectOf(line.get('project') ?? null, line.has('timezone') ? timezone : undefined)
  const first = Math.max(project.lastBlock, ...project.blocks.map(({ number }) => number), 0) + 1
  const blocks = steps.map(({ script }, index) => blankBlock(first + index, { type: 'nonstate', calculator: script }))
  const random = seed === undefined ? Math.random : seededRandom(seed)
  const failures: unknown[] = []
  const installation = createInstallation({
    database: ':memory:',
    clock: new VirtualClock(now),
    random,
    onError: (error) => void failures.push(error),
  })
  try {
    const opened = await open(installation, { ...project, blocks: [...project.blocks, ...blocks] }, steps)
    const results: Value[] = []
    for (const [index, { client }] of steps.entries()) {
      await installation.worker.submit(client, { kind: 'send-block', block: first + index, by: 'test' })
      await installation.worker.settled()
      results.push(await resultOf(installation, opened, { client, block: first + index, read }))
    }
    if (failures.length) throw failures[0]
    return new Map<string, Value>([
      ['id', line.get('id') ?? null],
      ['results', results],
    ])
  } finally {
    await installation.close()
  }
}

interface Opened {
  readonly project: number
  readonly zone: string
  readonly constants: ReadonlyMap<string, Value>
}

async function open(installation: Installation, project: ProjectFile, steps: readonly EvalStep[]): Promise<Opened> {
  const { projects, clients, clock, worker, db } = installation
  const { id } = await projects.create({ file: project, language: project.settings.language })
  const channel = `test-${id}`
  const highest = Math.max(1, ...steps.map(({ client }) => client))
  await db.transaction(function* () {
    for (let number = 1; number <= highest; number++) {
      yield* clients.findOrCreate({ project: id, channel, outsideId: String(number), name: '', now: clock.now() })
    }
  })
  await worker.start()
  return {
    project: id,
    zone: project.settings.timezone,
    constants: new Map(project.settings.constants.map(({ name, value }) => [name, value])),
  }
}

async function resultOf(
  { db, clients, channels, clock, dialogues, turns, variables }: Installation,
  { project, zone, constants }: Opened,
  { client: id, block, read }: { client: number; block: number; read: readonly string[] },
): Promise<Value> {
  const after = await db.transaction(function* (): Step<{
    scopes: Scopes
    maps: readonly (readonly [string, ReadonlyMap<string, Value>])[]
    lines: Line[]
  }> {
    const client = yield* clients.find(id)
    const channel = client && (yield* channels.find(client.channel))
    if (!client || !channel) throw new Error(`client: there is no client ${id}.`)
    const session = openSession(client, [], channel, { now: clock.now() })
    const shared = yield* variables.all(project, true)
    const { order, client: own } = session.variables
    const maps = [
      ['order', order],
      ['client', own],
      ['project', shared],
      ['const', constants],
    ] as const
    const facts = { now: clock.now(), zone, mainClient: yield* mainOf(dialogues, id), project: { id: project } }
    const builtin = (name: string) => builtinOf(name, session, facts)
    const scopes = { order: new Map(order), client: new Map(own), project: new Map(shared), constants, builtin }
    const entries = (yield* turns.latest(id, 20)).flatMap(({ trace }) => trace.entries)
    return { scopes, maps, lines: entries.filter((entry): entry is Line => entry.type === 'line' && entry.block === block) }
  })
  const names = [...targetsOf(after), ...read]
  const found = after.lines.flatMap(({ diagnostic }) => diagnostic ?? [])
  return new Map<string, Value>([
    ['variables', new Map(after.maps.map(([scope, map]) => [scope, new Map([...map].map(([name, value]) => [name, answered(value)]))]))],
    ['lookup', new Map(names.map((name) => [name, lookUpIn(after.scopes, name)]))],
    ['diagnostics', found.map((diagnostic: Diagnostic) => fromPlain({ ...diagnostic, ...explain(diagnostic, 'en') }))],
  ])
}

type Line = Extract<TraceEntry, { type: 'line' }>

function readSteps(given: Value): EvalStep[] {
  const wrong = new Error('steps: an array of {"script", "client"?}: the script as text, the client as a whole number from 1.')
  if (!isArray(given) || !given.length) throw wrong
  return given.map((step) => {
    const script = isDict(step) ? step.get('script') : undefined
    const client = isDict(step) ? (step.get('client') ?? 1) : undefined
    if (typeof script !== 'string' || typeof client !== 'number' || !Number.isInteger(client) || client < 1 || client > mostClients)
      throw wrong
    return { script, client }
  })
}

/** A project file as an object, its path, or none: an empty project. */
function projectOf(given: Value, timezone: string | undefined): ProjectFile {
  const project = typeof given === 'string' ? readProjectFile(given) : given === null ? blankProject('eval') : parsed(given)
  return timezone === undefined ? project : { ...project, settings: { ...project.settings, timezone } }
}

function parsed(given: Value): ProjectFile {
  const read = readProject(writeJson(given))
  if (read.ok) return { ...read.project, crm: read.crm }
  throw new Error(`project: ${read.problems.map(({ path, message }) => `${path ? `${path}: ` : ''}${message.en}`).join('; ')}`)
}
