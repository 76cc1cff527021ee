import { definePublicAction, success } from '../action.ts'
import { clientsMeeting, readConditions, readQuestion } from '../find-clients.ts'
import { required } from '../refused.ts'

export const findClients = definePublicAction({
  name: 'find_clients',
  needs: 'clients.read',
  async run(call) {
    const { params } = call
    const q = params.get('q')
    if (q === undefined) throw required('q')
    const scope = params.text('search_in') === 'order' ? 'order' : 'client'
    const conditions = readConditions(readQuestion(q))
    if (!conditions.size) throw required('q')
    return { ...success, client_ids: await clientsMeeting(call, conditions, { scope, all: params.flag('include_all', true) }) }
  },
})
