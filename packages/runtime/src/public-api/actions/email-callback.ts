import { definePublicAction } from '../action.ts'
import { idByEmail } from '../clients.ts'
import { personOrNew } from '../person-of.ts'
import { clientTypes } from '../platform.ts'
import { readEmail } from '../read-email.ts'
import { sendCallback } from '../send-callback.ts'

export const emailCallback = definePublicAction({
  name: 'email_callback',
  needs: 'clients.write',
  webhook: {},
  async run(call) {
    const { params } = call
    const email = readEmail(params, 'email')
    const platform = { type: clientTypes.email, id: email, group: '' }
    const person = (await idByEmail(call, email)) ?? (await personOrNew(call, platform, { name: params.text('name') ?? '', email }))
    return sendCallback(call, person, ['email', 'email_id_bot', 'name'])
  },
})
