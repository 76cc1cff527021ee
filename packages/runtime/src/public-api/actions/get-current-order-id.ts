import { definePublicAction, success } from '../action.ts'
import { named } from '../orders.ts'

export const getCurrentOrderId = definePublicAction({
  name: 'get_current_order_id',
  needs: 'crm.read',
  run: (call) =>
    call.installation.db.transaction(function* () {
      const { order } = yield* named({ ...call, params: call.params.with([['order_id', undefined]]) })
      return { ...success, order_id: order?.number ?? null }
    }),
})
