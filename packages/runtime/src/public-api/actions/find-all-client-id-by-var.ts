import { definePublicAction, success } from '../action.ts'
import { clientsWith, readPairs } from '../find-by-pairs.ts'

export const findAllClientIdByVar = definePublicAction({
  name: 'find_all_client_id_by_var',
  needs: 'clients.read',
  async run(call) {
    const scopes = call.params.text('search_in') === 'order' ? (['order'] as const) : (['client', 'order'] as const)
    return { ...success, client_ids: await clientsWith(call, readPairs(call.params), { scopes }) }
  },
})
