import { toText, type Value } from '@voronka/calculator'
import { definePublicAction, success } from '../action.ts'
import { act } from '../doing.ts'
import { named } from '../orders.ts'
import { orderNotFound, required } from '../refused.ts'
import { scoped } from '../variables.ts'

export const setOrderVars = definePublicAction({
  name: 'set_order_vars',
  needs: 'crm.write',
  async run(call) {
    const variables = call.params.dict('variables')
    if (!variables) throw required('variables')
    await act(call, function* (doing) {
      const { client, order } = yield* named(call)
      yield* call.installation.clients.lock(client.id)
      if (!order) throw orderNotFound(call.params.id('order_id'))
      const values = new Map<string, Value>(scoped(variables).order)
      const { orders } = call.installation
      // These two Russian words mean the order itself (crm-and-tasks, section 6).
      const [name, description] = [take(values, 'Название'), take(values, 'Описание')]
      const fields = { ...(name !== undefined && { name }), ...(description !== undefined && { description }) }
      const changed = yield* orders.change(doing, order, fields)
      yield* orders.setVariables(doing, changed, values, true)
    })
    return success
  },
})

function take(values: Map<string, Value>, name: string): string | undefined {
  const value = values.get(name)
  values.delete(name)
  return value === undefined ? undefined : toText(value)
}
