import { definePublicAction, success } from '../action.ts'
import { clientsWith, readOwnPairs } from '../find-by-pairs.ts'

export const findAllClientIdBySeveralVars = definePublicAction({
  name: 'find_all_client_id_by_several_vars',
  needs: 'clients.read',
  run: async (call) => ({ ...success, client_ids: await clientsWith(call, readOwnPairs(call.params), { scopes: ['client', 'order'] }) }),
})
