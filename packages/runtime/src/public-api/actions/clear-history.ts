import { definePublicAction, success } from '../action.ts'
import { clientById } from '../clients.ts'

export const clearHistory = definePublicAction({
  name: 'clear_history',
  needs: 'clients.write',
  async run({ params, installation, project }) {
    const id = params.needId('client_id')
    await installation.db.transaction(function* () {
      yield* clientById(installation, project, id)
      yield* installation.messages.clear(id)
      yield* installation.dialogues.forgetMessages(id)
    })
    installation.live.publish(project, { type: 'dialogue-changed', client: id, message: null })
    return success
  },
})
