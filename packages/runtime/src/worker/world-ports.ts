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

/** All that a turn's functions reach of the world beside the dialogue, inside its transaction. */
export const worldPorts = (context: WorkContext, running: Running): WorldPorts => new PortsOfTurn(context, running)

/**
 * Most turns ask for no port at all, so each is made when it is asked for first. A class: getters of a literal give each literal a hidden class of its
 * own, which would keep its turn in memory until a full collection.
 */
class PortsOfTurn implements WorldPorts {
  readonly #context: WorkContext
  readonly #running: Running
  readonly #made: { -readonly [Name in keyof WorldPorts]?: WorldPorts[Name] } = {}

  constructor(context: WorkContext, running: Running) {
    this.#context = context
    this.#running = running
  }

  get clients() {
    const { client, now, asked } = this.#running
    return (this.#made.clients ??= clientsPort(this.#context, client, now, asked))
  }
  get orders() {
    const { client, members } = this.#running
    return (this.#made.orders ??= ordersPort(this.#context, client, members.test === 1, doingOf(this.#running)))
  }
  get dialogue() {
    return (this.#made.dialogue ??= dialoguePort(this.#context, this.#running))
  }
  get operators() {
    return (this.#made.operators ??= operatorsPort(this.#context, this.#running))
  }
  get tasks() {
    return (this.#made.tasks ??= tasksPort(this.#context, this.#running))
  }
  get lists() {
    return (this.#made.lists ??= listsPort(this.#context, this.#running, (id) => this.#exists(id)))
  }
  get labels() {
    return (this.#made.labels ??= labelsPort(this.#context, this.#running, (id) => this.#exists(id)))
  }
  get booking() {
    return (this.#made.booking ??= bookingPort(this.#context, this.#running))
  }
  get payments() {
    return (this.#made.payments ??= paymentsPort(this.#context, this.#running))
  }

  /** The running client, or somebody of the same project and kind. */
  *#exists(id: number): Step<boolean> {
    const { client, members } = this.#running
    if (id === client.id) return true
    const other = yield* this.#context.dialogues.find(id)
    return other !== undefined && other.project_id === client.project_id && other.test === members.test
  }
}
