import { definePublicAction, success } from '../action.ts'
import { clientById } from '../clients.ts'
import { malformed } from '../refused.ts'

const statuses = ['active', 'success', 'fail'] as const

export const getOrders = definePublicAction({
  name: 'get_orders',
  needs: 'crm.read',
  run({ params, installation, project }) {
    const id = params.needId('client_id')
    const status = statuses[params.id('order_status') ?? 0]
    if (!status) throw malformed('order_status', 'must be 0, 1 or 2')
    return installation.db.transaction(function* () {
      yield* clientById(installation, project, id)
      const orders = yield* installation.orders.store.ofClient(id)
      return { ...success, order_id: orders.filter((order) => order.status === status).map(({ number }) => number) }
    })
  },
})
