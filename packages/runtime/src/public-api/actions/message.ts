import { definePublicAction } from '../action.ts'
import { sendContent } from '../send-content.ts'

export const message = definePublicAction({
  name: 'message',
  needs: 'clients.write',
  webhook: {},
  run: (call) => sendContent(call, call.params.needId('client_id')),
})
