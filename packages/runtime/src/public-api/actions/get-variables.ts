import { toPlain } from '@voronka/calculator'
import { drive, type Step } from '@voronka/flow/engine'
import type { Installation } from '../../installation.ts'
import { definePublicAction } from '../action.ts'
import { clientById } from '../clients.ts'
import { sessionOf } from '../session-of.ts'

export const getVariables = definePublicAction({
  name: 'get_variables',
  needs: 'clients.read',
  async run({ params, installation, project }) {
    return drive(variablesOf(installation, project, params.needId('client_id')))
  },
})

function* variablesOf(installation: Installation, project: number, id: number): Step<object> {
  const { client } = yield* clientById(installation, project, id)
  const { variables, client: facts, order, position } = yield* sessionOf(installation, client)
  const own = [...variables.client, ...variables.order].map(([name, value]) => [name, toPlain(value)])
  return {
    ...Object.fromEntries(own),
    client_id: client.id,
    platform_id: facts.platformId,
    client_type: facts.clientType,
    name: variables.order.has('name') || variables.client.has('name') ? Object.fromEntries(own)['name'] : facts.name,
    tag: facts.tag || null,
    group: facts.group,
    order_id: order,
    message_id: position,
  }
}
