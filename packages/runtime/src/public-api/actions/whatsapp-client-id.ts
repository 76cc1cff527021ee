import { definePublicAction } from '../action.ts'
import { foundOne } from '../found-one.ts'
import { personOf } from '../person-of.ts'
import { clientTypes } from '../platform.ts'
import { readPhone } from '../read-phone.ts'

export const whatsappClientId = definePublicAction({
  name: 'whatsapp_client_id',
  needs: 'clients.read',
  async run(call) {
    const { params } = call
    const phone = readPhone(params, 'phone')
    return foundOne(await personOf(call, { type: clientTypes.whatsapp, id: phone, group: params.text('group_id') ?? '' }))
  },
})
