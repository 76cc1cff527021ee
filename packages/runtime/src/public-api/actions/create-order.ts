import type { Step } from '@voronka/flow/engine'
import { contactClients } from '../../clients/contacts.ts'
import type { ClientRow } from '../../clients/clients.store.ts'
import type { Doing } from '../../orders/order-book.ts'
import { definePublicAction, success, type PublicCall } from '../action.ts'
import { beginSession, clientById, idByEmail, idByPhone } from '../clients.ts'
import { act } from '../doing.ts'
import type { Parameters } from '../parameters.ts'
import { fail, malformed, required } from '../refused.ts'
import { readEmail } from '../read-email.ts'
import { readPhone } from '../read-phone.ts'

export const createOrder = definePublicAction({
  name: 'create_order',
  needs: 'crm.write',
  async run(call) {
    const { params, installation, project } = call
    const budget = readBudget(params)
    const stateId = params.id('state_id')
    const who = await whoIsMeant(call)
    return act(call, function* (doing) {
      const { orders } = installation
      const state = stateId === undefined ? undefined : yield* orders.findState(project, stateId)
      if (stateId !== undefined && !state) throw malformed('state_id', 'no such state')
      const found = yield* who(doing)
      const client = (yield* installation.clients.lock(found.client.id)) ?? found.client
      const [name, description] = [params.text('name') ?? '', params.text('description') ?? '']
      const row = yield* orders.create(doing, { client, test: found.test, name, description, budget, ...(state && { state }) })
      yield* orders.makeCurrent(doing, yield* beginSession(installation, client), row)
      return { ...success, order_id: row.number }
    })
  },
})

function readBudget(params: Parameters): number | null {
  try {
    return params.number('budget') ?? null
  } catch {
    throw fail(400, 'budget must be a number')
  }
}

type Who = (doing: Doing) => Step<{ client: ClientRow; test: boolean }>

/** The client of that number, else whoever has the phone, else the e-mail; people whom nobody knows yet are made. */
async function whoIsMeant(call: PublicCall): Promise<Who> {
  const { params, installation, project } = call
  const id = params.id('client_id')
  if (id !== undefined) return () => clientById(installation, project, id)
  const phone = params.text('phone') === undefined ? '' : readPhone(params, 'phone')
  const email = params.text('email') === undefined ? '' : readEmail(params, 'email')
  if (phone === '' && email === '') throw required('client_id')
  const known = phone === '' ? await idByEmail(call, email) : await idByPhone(call, phone)
  if (known !== undefined) return () => clientById(installation, project, known)
  const contact = { name: params.text('client_name') ?? '', phone, email }
  return function* ({ now }) {
    const client = yield* contactClients(installation).findOrCreate(project, contact, false, now)
    if (!client) throw required('client_id')
    return { client, test: false }
  }
}
