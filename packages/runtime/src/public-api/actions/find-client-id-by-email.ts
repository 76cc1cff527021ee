import { definePublicAction } from '../action.ts'
import { idByEmail } from '../clients.ts'
import { foundOne } from '../found-one.ts'

export const findClientIdByEmail = definePublicAction({
  name: 'find_client_id_by_email',
  needs: 'clients.read',
  run: async (call) => foundOne(await idByEmail(call, call.params.needText('email'))),
})
