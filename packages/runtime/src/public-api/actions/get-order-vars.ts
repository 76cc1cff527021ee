import { isDict, toPlain } from '@voronka/calculator'
import { readVariables } from '../../orders/read-variables.ts'
import { definePublicAction, success } from '../action.ts'
import { named } from '../orders.ts'
import { orderNotFound } from '../refused.ts'

export const getOrderVars = definePublicAction({
  name: 'get_order_vars',
  needs: 'crm.read',
  run: (call) =>
    call.installation.db.transaction(function* () {
      const given = call.params.get('variables')
      const names = given !== undefined && isDict(given) ? [...given.keys()] : call.params.texts('variables')
      const { order } = yield* named(call)
      if (!order) throw orderNotFound(call.params.id('order_id'))
      const variables = readVariables(order.variables)
      const wanted = names?.length ? names.map((name) => [name, variables.get(name) ?? null] as const) : [...variables]
      return { ...success, result: Object.fromEntries(wanted.map(([name, value]) => [name, toPlain(value)])) }
    }),
})
