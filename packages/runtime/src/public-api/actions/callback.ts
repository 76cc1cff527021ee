import { definePublicAction } from '../action.ts'
import { idByEmail, idByPhone } from '../clients.ts'
import { required } from '../refused.ts'
import { sendCallback } from '../send-callback.ts'

export const callback = definePublicAction({
  name: 'callback',
  needs: 'clients.write',
  webhook: { phone: 'client_phone', email: 'client_email' },
  async run(call) {
    const { params } = call
    const [phone, email] = [params.text('client_phone'), params.text('client_email')]
    const id = params.id('client_id')
    if (id === undefined && phone === undefined && email === undefined) throw required('client_id')
    const found = id ?? (phone !== undefined ? await idByPhone(call, phone) : await idByEmail(call, email ?? ''))
    return sendCallback(call, found, ['client_id', 'client_phone', 'client_email'])
  },
})
