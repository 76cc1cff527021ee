import { definePublicAction, success } from '../action.ts'
import { act } from '../doing.ts'
import { named } from '../orders.ts'
import { malformed, orderNotFound } from '../refused.ts'

export const setOrderState = definePublicAction({
  name: 'set_order_state',
  needs: 'crm.write',
  async run(call) {
    const stateId = call.params.needId('state_id')
    await act(call, function* (doing) {
      const { orders } = call.installation
      const { order } = yield* named(call)
      if (!order) throw orderNotFound(call.params.id('order_id'))
      const state = yield* orders.findState(call.project, stateId)
      if (!state) throw malformed('state_id', 'no such state')
      yield* orders.moveTo(doing, order, state)
    })
    return success
  },
})
