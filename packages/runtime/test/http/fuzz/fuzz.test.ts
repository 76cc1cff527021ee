import { allEndpoints, type Endpoint } from '@voronka/api'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCast, type Cast } from '../rights/cast.ts'
import { serve, type Answer, type TestServer } from '../serve.ts'
import { anyInput, type AnyInput } from './any-input.ts'
import { badBodies } from './bad-bodies.ts'
import { anything, badCallsOf, callForeign, foreignAddresses, foreignCalls } from './compatible.ts'
import { furnish, type Furnished } from './furnish.ts'
import { rowsOf } from './rows-of.ts'
import { webhookAddresses } from './webhooks.ts'

/** What took longer is asked again: on a machine that does much else, once or twice may be chance. */
const longestMs = 1000
/** Of the heap, with what has not been collected yet. */
const mostMemory = 500_000_000
const runsEach = 8

/** Calls that end what the others stand on (sessions, memberships, the project): they come last, each after everybody has signed in anew. */
const ending = [
  'updateMember',
  'removeMember',
  'passOwnership',
  'endSession',
  'deleteProject',
  'signOutEverywhere',
  'signOut',
  'updateAccount',
]
const tried = allEndpoints.filter(({ upload }) => !upload)
/** What deletes comes after what changes, and that after what reads: else little would be there. */
const methods = ['get', 'put', 'patch', 'post', 'delete']
const usual = tried.filter(({ name }) => !ending.includes(name)).toSorted((a, b) => methods.indexOf(a.method) - methods.indexOf(b.method))

it('answers whatever is sent to any address, soon and without a fault, and never out of or into another project', async () => {
  const server = await serve({ logLevel: 'error' }, { resolve: async () => [] })
  const cast = await createCast(server)
  await furnish(server, cast, 'stranger', cast.foreignProject, 'canary', 3)
  const own = await furnish(server, cast, 'owner', cast.project, 'own', 2)
  const foreign = await rowsOf(server, cast.foreignProject)
  expect(foreign.join()).toContain('canary 3')
  const before = process.memoryUsage().heapUsed
  const fuzzing: Fuzzing = { server, cast, own, wrong: [] }

  const webhooks = await webhookAddresses(server, server.as(cast.headers('owner')), cast.project, anything(own.client))
  for (const [turn, address] of [...foreignAddresses(own), ...webhooks].entries()) {
    await fc.assert(
      fc.asyncProperty(foreignCalls(address, own.client), (call) => tryForeign(fuzzing, call)),
      { numRuns: runsEach },
    )
    for (const call of badCallsOf(address, turn)) await tryForeign(fuzzing, call)
    await server.advance(20_000)
  }
  fuzzing.own = await furnish(server, cast, 'owner', cast.project, 'more', 1)
  for (const [turn, endpoint] of usual.entries()) {
    const reached = await tryInputs(fuzzing, endpoint)
    if (!reached) fuzzing.wrong.push(`${endpoint.name}: nobody came through the door`)
    await tryBodies(fuzzing, endpoint, turn)
    await server.advance(20_000)
  }
  for (const endpoint of ending.flatMap((name) => tried.filter((each) => each.name === name))) {
    await cast.renew()
    await tryInputs(fuzzing, endpoint)
    await server.call('POST', `/api/projects/${cast.project}/restore`)
  }

  expect(fuzzing.wrong).toEqual([])
  const after = await rowsOf(server, cast.foreignProject)
  expect([after.filter((row) => !foreign.includes(row)), foreign.filter((row) => !after.includes(row))]).toEqual([[], []])
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(mostMemory)
  expect(server.log.filter((line) => line.includes('a request failed'))).toEqual([])
}, 240_000)

interface Fuzzing {
  readonly server: TestServer
  readonly cast: Cast
  own: Furnished
  readonly wrong: string[]
}

const callerOf = ({ access }: Endpoint) => (access === 'installation' ? 'installationOwner' : 'owner')

/** Whether anybody came so far that what he sent was looked at. */
async function tryInputs(fuzzing: Fuzzing, endpoint: Endpoint): Promise<boolean> {
  const { server, cast } = fuzzing
  let reached = false
  const property = fc.asyncProperty(anyInput(endpoint), async (input) => {
    const body = input.body === undefined ? undefined : JSON.stringify(input.body)
    const path = addressOf(endpoint, input, fuzzing)
    const answer = await timed(fuzzing, `${endpoint.name} ${JSON.stringify(input).slice(0, 1000)}`, () =>
      server.as(cast.headers(callerOf(endpoint))).call(endpoint.method.toUpperCase(), path, body),
    )
    if (answer.status !== 401 || endpoint.access === 'anybody') reached = true
    const refused = answer.body?.error
    if (answer.status >= 400 && !(refused?.code && refused.message)) fuzzing.wrong.push(`${endpoint.name}: refuses without words`)
  })
  await fc.assert(property, { numRuns: runsEach })
  return reached
}

/** Bodies are read before routes are asked, by the same code for all: each route gets some of them. */
async function tryBodies(fuzzing: Fuzzing, endpoint: Endpoint, turn: number): Promise<void> {
  if (endpoint.method === 'get' || endpoint.method === 'delete') return
  const path = addressOf(endpoint, { params: {}, query: {}, body: undefined }, fuzzing)
  for (const { what, body, type } of [0, 7].flatMap((step) => badBodies[(turn + step) % badBodies.length] ?? [])) {
    await timed(fuzzing, `${endpoint.name}, ${what}`, () =>
      fuzzing.server.as(fuzzing.cast.headers(callerOf(endpoint))).call(endpoint.method.toUpperCase(), path, body, { 'content-type': type }),
    )
  }
}

async function tryForeign(fuzzing: Fuzzing, call: Parameters<typeof callForeign>[1]): Promise<void> {
  const what = `${call.what} ${call.path.slice(0, 300)} ${call.body instanceof Uint8Array ? '' : (call.body?.slice(0, 600) ?? '')}`
  const answer = await timed(fuzzing, what, () => callForeign(fuzzing.server, call))
  if (!call.fits(answer)) fuzzing.wrong.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`)
}

async function timed(fuzzing: Fuzzing, what: string, ask: () => Promise<Answer>, attempts = 3): Promise<Answer> {
  const { wrong } = fuzzing
  const began = performance.now()
  const answer = await ask()
  const took = performance.now() - began
  if (answer.status >= 500) wrong.push(`${what}: ${answer.status}`)
  if ((JSON.stringify(answer.body) ?? '').includes('canary')) wrong.push(`${what} shows a foreign project`)
  if (took <= longestMs) return answer
  if (attempts > 1) return timed(fuzzing, what, ask, attempts - 1)
  wrong.push(`${what}: ${Math.round(took)} ms`)
  return answer
}

/** Most of what an address names is there. */
function addressOf({ path }: Endpoint, { params, query }: AnyInput, { cast, own }: Fuzzing): string {
  const known: Readonly<Record<string, string | number>> = {
    projectId: cast.project,
    ...(path.startsWith('/api/book/') && { branch: own.page }),
    ...(path.startsWith('/chat/') && { channel: own.chat }),
    message: own.message,
    ...(Number(params[idOf(path)]) < 10 && own.ids),
  }
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(wellFormed(String(known[name] ?? params[name] ?? '987654'))),
  )
  const asked = new URLSearchParams({ ...query }).toString()
  return asked === '' ? filled : `${filled}?${asked}`
}

const idOf = (path: string): string => /:(?!projectId)(\w+)/.exec(path)?.[1] ?? ''

const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '?') || '0'
