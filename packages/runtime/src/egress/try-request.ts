import type { TriedRequest } from '@voronka/api'
import type { ApiRequest } from '@voronka/flow'
import { newSession, requestFor, shownRequest, type Step, type Tools } from '@voronka/flow/engine'
import { memoryPorts } from '@voronka/functions'
import { randomUUID } from 'node:crypto'
import { failure } from '../errors.ts'
import type { WorkContext } from '../worker/context.ts'
import type { RunnableFlow } from '../worker/flows.ts'

/** An answer is shown so far; the paths of what is cut off cannot be clicked. */
const mostShown = 200_000

/** Sends an API request of a block for a person who does not exist, with what is given for its variables. */
export async function tryRequest(
  context: WorkContext,
  project: number,
  request: ApiRequest,
  variables: Readonly<Record<string, string>>,
): Promise<TriedRequest> {
  const sent = await context.db.transaction(function* () {
    const flow = yield* context.flows.draft(project)
    if (!flow) throw failure('project-not-found', project)
    const session = { ...newSession(nobody), variables: { order: new Map(Object.entries(variables)), client: new Map() } }
    return yield* requestFor(flow.compiled, session, request, yield* toolsFor(context, project, flow))
  })
  const { answer, tookMs = 0, attempts = 1 } = await context.caller.call({ key: `try-${randomUUID()}`, project, request: sent })
  const shown = shownRequest(sent)
  const { status, body, failure: why = null } = answer
  return {
    sent: { ...shown, headers: shown.headers.map(([name, value]) => [name, value] as const) },
    status,
    body: body.slice(0, mostShown),
    failure: why,
    tookMs,
    attempts,
  }
}

/** Functions act on a world of their own, so that trying changes nothing; project variables are those of the test chat. */
function* toolsFor({ tools, variables, clock, random }: WorkContext, id: number, { project, constants }: RunnableFlow): Step<Tools> {
  const { timezone: zone, language, pendingLimit, firstMessage, unknownAnswer } = project.settings
  const copies = new Map(yield* variables.all(id, true))
  const facts = { id, constants, variables: copies, pendingLimit, firstMessage, unknownAnswer, enabled: true }
  return tools.forTurn({ now: clock.now(), zone, language, random, ports: memoryPorts(), project: facts, buttonsSupported: true })
}

const nobody = {
  id: 0,
  name: '',
  fullName: '',
  avatar: '',
  platformId: '',
  clientType: 5,
  messenger: 'online chat',
  group: '',
  tag: '',
  createdAt: 0,
}
