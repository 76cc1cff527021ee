import { definePublicAction, success } from '../action.ts'
import { act } from '../doing.ts'
import { named } from '../orders.ts'
import { orderNotFound } from '../refused.ts'

export const moveOrderToNextState = definePublicAction({
  name: 'move_order_to_next_state',
  needs: 'crm.write',
  run: (call) =>
    act(call, function* (doing) {
      const { orders } = call.installation
      const { order } = yield* named(call)
      if (!order) throw orderNotFound(call.params.id('order_id'))
      const states = yield* orders.pipelines.statesOf(call.project)
      const own = states.filter(({ pipeline }) => pipeline === (order.pipeline_id ?? states[0]?.pipeline))
      // In the last state it stays where it is.
      const next = own[own.findIndex(({ id }) => id === order.state_id) + 1]
      const moved = next ? yield* orders.moveTo(doing, order, next) : order
      return { ...success, state_id: moved.state_id }
    }),
})
