import { definePublicAction } from '../action.ts'
import { personOf } from '../person-of.ts'
import { clientTypes } from '../platform.ts'
import { sendCallback } from '../send-callback.ts'

export const vkCallback = definePublicAction({
  name: 'vk_callback',
  needs: 'clients.write',
  webhook: {},
  async run(call) {
    const { params } = call
    const person = await personOf(call, { type: clientTypes.vk, id: params.needText('user_id'), group: params.text('group_id') ?? '' })
    return sendCallback(call, person, ['user_id', 'group_id'])
  },
})
