import { definePublicAction } from '../action.ts'
import { clientsWith, readPairs } from '../find-by-pairs.ts'
import { foundOne } from '../found-one.ts'

export const findLatestClientIdByVar = definePublicAction({
  name: 'find_latest_client_id_by_var',
  needs: 'clients.read',
  run: async (call) => foundOne((await clientsWith(call, readPairs(call.params), { scopes: ['client', 'order'] })).at(-1)),
})
