import { definePublicAction, success } from '../action.ts'
import { clientById } from '../clients.ts'
import { clientNotFound, fail, required } from '../refused.ts'

const mostClients = 500

export const deleteClients = definePublicAction({
  name: 'delete_clients',
  needs: 'clients.delete',
  async run({ params, installation, project }) {
    const ids = [...new Set(params.ids('client_ids') ?? [])]
    if (!ids.length) throw required('client_ids')
    if (ids.length > mostClients) throw fail(400, `Parameter "client_ids" is longer than ${mostClients}`)
    const { db, dialogueWork, live } = installation
    await db.transaction(function* () {
      for (const id of ids) {
        if ((yield* clientById(installation, project, id)).test) throw clientNotFound()
        yield* dialogueWork.forget(id, project)
      }
    })
    for (const client of ids) live.publish(project, { type: 'client-deleted', client })
    return success
  },
})
