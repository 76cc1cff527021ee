import { toNumber, type CallWorld, type Value } from '@voronka/calculator'
import type { MaybePromise, Ports } from '../ports.ts'
import { isBlank } from './blank.ts'
import { sendTime } from './send-time.ts'

interface Written {
  readonly text: string
  readonly block: Value | undefined
  readonly timeout: Value | undefined
}

/** Sends a message of the messaging functions (crm-and-tasks, section 3). False: nothing to send, or a time that cannot be read. */
export function sendMessage(
  client: number,
  { text: given, block: blockGiven, timeout }: Written,
  world: CallWorld<Ports>,
): MaybePromise<boolean> {
  const text = isBlank(given) ? '' : given
  const block = blockNumber(blockGiven)
  const at = sendTime(timeout, world)
  if ((text === '' && block === undefined) || block === null || at === null) return false
  return world.ports.clients.message(client, { text, ...(block === undefined ? {} : { block }), ...(at === undefined ? {} : { at }) })
}

/** Undefined: left out. Null: no number of a block. */
function blockNumber(given: Value | undefined): number | null | undefined {
  if (given === undefined || given === 'none') return undefined
  const number = toNumber(given)
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : null
}
