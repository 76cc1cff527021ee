import { doingOf, ordersPort } from './orders-port.ts'
import type { Step } from '@voronka/flow/engine'
import type { WorldPorts } from '@voronka/functions'
import { bookingPort } from '../booking/booking-port.ts'
import { dialoguePort } from '../clients/dialogue-port.ts'
import { labelsPort } from '../labels/labels-port.ts'
import { listsPort } from '../lists/lists-port.ts'
import { operatorsPort } from '../operators/operators-port.ts'
import { paymentsPort } from '../payments/payments-port.ts'
import { tasksPort } from '../tasks/tasks-port.ts'
import { clientsPort } from './clients-port.ts'
import type { WorkContext } from './context.ts'
import type { Running } from './running-client.ts'

/** All that a turn's functions reach of the world beside the dialogue, inside its transaction. `order`: the number of his current order. */
export function worldPorts(context: WorkContext, running: Running, order: () => number | null): WorldPorts {
  const { client, now, asked } = running

  /** The running client, or somebody of the same project and kind. */
  function* exists(id: number): Step<boolean> {
    if (id === client.id) return true
    const other = yield* context.dialogues.find(id)
    return other !== undefined && other.project_id === client.project_id && other.test === running.members.test
  }

  // Most turns ask for no port at all, so each is made when it is asked for first.
  const made: { -readonly [Name in keyof WorldPorts]?: WorldPorts[Name] } = {}
  return {
    get clients() {
      return (made.clients ??= clientsPort(context, client, now, asked))
    },
    get orders() {
      return (made.orders ??= ordersPort(context, client, running.members.test === 1, doingOf(running)))
    },
    get dialogue() {
      return (made.dialogue ??= dialoguePort(context, running))
    },
    get operators() {
      return (made.operators ??= operatorsPort(context, running))
    },
    get tasks() {
      return (made.tasks ??= tasksPort(context, running, order))
    },
    get lists() {
      return (made.lists ??= listsPort(context, running, exists))
    },
    get labels() {
      return (made.labels ??= labelsPort(context, running, exists))
    },
    get booking() {
      return (made.booking ??= bookingPort(context, running))
    },
    get payments() {
      return (made.payments ??= paymentsPort(context, running))
    },
  }
}
