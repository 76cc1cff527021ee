import { definePublicAction } from '../action.ts'
import { idByPhone } from '../clients.ts'
import { foundOne } from '../found-one.ts'

export const findClientIdByPhone = definePublicAction({
  name: 'find_client_id_by_phone',
  needs: 'clients.read',
  run: async (call) => foundOne(await idByPhone(call, call.params.needText('phone'))),
})
