import { drive, type Event } from '@voronka/flow/engine'
import { success, type PublicCall } from './action.ts'
import { clientById, type FoundClient } from './clients.ts'
import { act } from './doing.ts'
import { happen, plan, runs } from './happen.ts'
import { plannedMoment } from './planned-moment.ts'
import { clientNotFound, required } from './refused.ts'
import { storeValues } from './store-values.ts'
import { carriedBy, isEmpty } from './variables.ts'

type Callback = Extract<Event, { kind: 'callback' }>

/**
 * A callback with its variables (http-api, section 2). Without a text the variables are stored and no block runs. `service`: parameters that the action
 * itself reads.
 */
export async function sendCallback(call: PublicCall, id: number | undefined, service: readonly string[]): Promise<object> {
  if (id === undefined) throw clientNotFound()
  const { installation, project } = call
  const event = callbackOf(call, service)
  const at = await plannedMoment(call)
  // What only reads waits for no commit.
  const found = await drive(clientById(installation, project, id))
  if (at !== undefined) await plan(call, found, event, { at, text: event.text })
  else await sendNow(call, found, event)
  return success
}

/** Before anything is published there is nothing to run, and what it says about the client is kept all the same. */
export async function sendNow(call: PublicCall, found: FoundClient, event: Callback): Promise<void> {
  if (await runs(call, found.test)) await happen(call, found, event)
  else if (event.variables) await storeNow(call, found, event.variables)
}

const storeNow = (call: PublicCall, { client }: FoundClient, variables: NonNullable<Callback['variables']>): Promise<void> =>
  act(call, (doing) => storeValues(call.installation, doing, client.id, variables))

function callbackOf({ params }: PublicCall, service: readonly string[]): Callback {
  const variables = carriedBy(params, [...service, 'message'])
  const resume = params.flag('resume_bot')
  const text = params.text('message') ?? ''
  if (text === '' && isEmpty(variables) && !resume) throw required('message')
  return { kind: 'callback', text, pressed: false, ...(!isEmpty(variables) && { variables }), ...(resume && { resume }) }
}
