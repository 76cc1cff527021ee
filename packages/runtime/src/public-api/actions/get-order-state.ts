import { definePublicAction, success } from '../action.ts'
import { named } from '../orders.ts'
import { orderNotFound } from '../refused.ts'

export const getOrderState = definePublicAction({
  name: 'get_order_state',
  needs: 'crm.read',
  run: (call) =>
    call.installation.db.transaction(function* () {
      const { order } = yield* named(call)
      if (!order) throw orderNotFound(undefined)
      return { ...success, state_id: order.state_id }
    }),
})
