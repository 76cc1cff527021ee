import { definePublicAction } from '../action.ts'
import { readPhone } from '../read-phone.ts'
import { personOrNew } from '../person-of.ts'
import { clientTypes } from '../platform.ts'
import { sendCallback } from '../send-callback.ts'

export const whatsappCallback = definePublicAction({
  name: 'whatsapp_callback',
  needs: 'clients.write',
  webhook: {},
  async run(call) {
    const { params } = call
    const phone = readPhone(params, 'phone')
    const platform = { type: clientTypes.whatsapp, id: phone, group: params.text('bot_id') ?? '' }
    const person = await personOrNew(call, platform, { name: params.text('name') ?? '', phone })
    return sendCallback(call, person, ['phone', 'bot_id', 'name'])
  },
})
