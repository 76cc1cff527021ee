import { definePublicAction, success } from '../action.ts'
import { clientsWith, readPairs } from '../find-by-pairs.ts'
import { foundOne } from '../found-one.ts'

export const findClientIdByVar = definePublicAction({
  name: 'find_client_id_by_var',
  needs: 'clients.read',
  async run(call) {
    const { params } = call
    const pairs = readPairs(params)
    const scope = params.text('search_in') === 'order' ? 'order' : 'client'
    const found = await clientsWith(call, pairs, { scopes: [scope], group: params.text('group_id') })
    return pairs.length > 1 ? { ...success, client_ids: found } : foundOne(found[0])
  },
})
