import { fromPlain, instant, isArray, isDict, readVariable, toPlain, toText, writeJson, type Dict, type Value } from '@voronka/calculator'
import { blankBlock, blankProject, isTimeZone } from '@voronka/flow'
import { createInstallation, type Installation } from '../installation.ts'
import { seededRandom } from '../seeded-random.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { openSession } from '../worker/open-session.ts'
import { readBookingSetup, storeBookingSetup } from './booking-setup.ts'

/** The call of a step, and who makes it. */
interface Call {
  readonly call: string
  readonly client: number
}

const mostClients = 1000

/**
 * A case of booking, section 10: a set-up in a database in memory, and calls of functions one after another, each in the calculator of a block that its
 * client is put into. Answers with the value of each call.
 */
export async function evaluateBooking(line: Dict): Promise<Value> {
  const { now, timezone } = readMoment(line)
  const calls = readCalls(line)
  const setup = readBookingSetup(line.get('setup') ?? new Map())
  const seed = line.get('seed')
  const failures: unknown[] = []
  const installation = createInstallation({
    database: ':memory:',
    clock: new VirtualClock(now),
    random: typeof seed === 'number' ? seededRandom(seed) : Math.random,
    onError: (error) => void failures.push(error),
  })
  try {
    const results: Value[] = []
    const blank = blankProject('eval')
    const { id } = await installation.projects.create({ file: { ...blank, settings: { ...blank.settings, timezone } }, language: 'ru' })
    const clients = Math.max(1, ...calls.map(({ client }) => client), ...setup.bookings.map(({ client }) => client))
    await makeClients(installation, id, clients)
    await installation.db.transaction(() => storeBookingSetup(installation, id, setup, now))
    await installation.worker.start()
    for (const [index, { call, client }] of calls.entries()) {
      const script = `client.result = ${filled(call, results)}`
      await putBlock(installation, id, index + 1, script)
      await installation.worker.submit(client, { kind: 'send-block', block: index + 1, by: 'test' })
      await installation.worker.settled()
      if (failures.length) throw failures[0]
      results.push(await resultOf(installation, client))
    }
    return new Map<string, Value>([
      ['id', line.get('id') ?? null],
      ['results', results],
    ])
  } finally {
    await installation.close()
  }
}

async function makeClients({ db, clients, clock }: Installation, project: number, highest: number): Promise<void> {
  await db.transaction(function* () {
    for (let number = 1; number <= highest; number++)
      yield* clients.findOrCreate({ project, channel: `test-${project}`, outsideId: String(number), name: '', now: clock.now() })
  })
}

/** Calls may name results of those before them, so each becomes a block when it is its turn. */
async function putBlock({ projects }: Installation, project: number, number: number, calculator: string): Promise<void> {
  const { revision } = await projects.find(project)
  const block = blankBlock(number, { type: 'nonstate', calculator })
  await projects.edit(project, { revision, editor: 'eval', edits: [{ type: 'put-block', block }] })
}

async function resultOf({ db, clients, channels, clock }: Installation, id: number): Promise<Value> {
  return db.transaction(function* () {
    const client = yield* clients.find(id)
    const channel = client && (yield* channels.find(client.channel))
    if (!client || !channel) throw new Error(`client: there is no client ${id}.`)
    const { variables } = openSession(client, [], channel, { now: clock.now() })
    const scopes = {
      order: new Map(),
      client: new Map(variables.client),
      project: new Map(),
      constants: new Map(),
      builtin: () => undefined,
    }
    return readVariable(scopes, 'result')
  })
}

/** `{{steps[0].booking.id}}` is the value at that path of an earlier result. */
function filled(call: string, results: readonly Value[]): string {
  return call.replaceAll(/\{\{\s*steps\[(\d+)\]((?:\.\w+|\[\d+\])*)\s*\}\}/g, (_, index: string, path: string) => {
    let value: unknown = toPlain(results[Number(index)] ?? null)
    for (const [, name, at] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) value = partOf(value, name ?? at ?? '')
    const found = fromPlain(value)
    return typeof found === 'object' && found !== null ? writeJson(found) : toText(found)
  })
}

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : null

function readMoment(line: Dict): { now: number; timezone: string } {
  const timezone = line.get('timezone') ?? 'Europe/Moscow'
  if (typeof timezone !== 'string' || !isTimeZone(timezone))
    throw new Error('timezone: the IANA name of a zone, for example "Europe/Moscow".')
  const written = line.get('now')
  const [, year, month, day, hour, minute] = (typeof written === 'string' && /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)$/.exec(written)) || []
  if (year === undefined) throw new Error('now: a moment of that zone, for example "2024-02-01 12:00".')
  const moment = { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute) }
  return { now: instant({ ...moment, second: 0, hasSeconds: false }, timezone), timezone }
}

function readCalls(line: Dict): Call[] {
  const steps = line.has('call') ? [line] : (line.get('steps') ?? [])
  const wrong = new Error('steps: an array of {"call", "client"?}: the call as text, the client as a whole number from 1.')
  if (!isArray(steps) || !steps.length) throw wrong
  return steps.map((step) => {
    const call = isDict(step) ? step.get('call') : undefined
    const client = isDict(step) ? (step.get('client') ?? 1) : undefined
    const known = typeof client === 'number' && Number.isInteger(client) && client > 0 && client <= mostClients
    if (typeof call !== 'string' || !known) throw wrong
    return { call, client }
  })
}
