import { definePublicAction } from '../action.ts'
import { personOrNew } from '../person-of.ts'
import { clientTypes } from '../platform.ts'
import { readPhone } from '../read-phone.ts'
import { sendContent } from '../send-content.ts'

export const whatsappMessage = definePublicAction({
  name: 'whatsapp_message',
  needs: 'clients.write',
  webhook: {},
  async run(call) {
    const { params } = call
    const phone = readPhone(params, 'phone')
    const platform = { type: clientTypes.whatsapp, id: phone, group: params.text('whatsapp_bot_id') ?? '' }
    const person = await personOrNew(call, platform, { name: params.text('name') ?? '', phone })
    // An older client says `text`.
    const text = params.get('message') ?? params.get('text')
    return sendContent({ ...call, params: params.with([['message', text]]) }, person)
  },
})
