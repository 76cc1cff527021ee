import type { Step } from '@voronka/flow/engine'
import type { Doing } from '../../orders/order-book.ts'
import { definePublicAction, success, type PublicCall } from '../action.ts'
import { clientById } from '../clients.ts'
import { act } from '../doing.ts'
import { fail, required } from '../refused.ts'
import { storeValues } from '../store-values.ts'
import { scoped } from '../variables.ts'

const mostClients = 10_000
/** So many are written to in one transaction. */
const atOnce = 200

export const saveVariables = definePublicAction({
  name: 'save_variables',
  needs: 'clients.write',
  webhook: {},
  async run(call) {
    const { params, installation, project } = call
    const one = params.id('client_id')
    const ids = [...new Set([...(one === undefined ? [] : [one]), ...(params.ids('clients') ?? [])])]
    if (!ids.length) throw required('client_id')
    if (ids.length > mostClients) throw fail(400, `Parameter "clients" is longer than ${mostClients}`)
    const variables = params.dict('variables')
    if (!variables) throw required('variables')
    const values = scoped(variables)
    if (ids.length > 1) await mustExist(ids)
    for (let at = 0; at < ids.length; at += atOnce) {
      await act(call, (doing) => store(call, doing, ids.slice(at, at + atOnce), values))
    }
    installation.search.soon()
    return success

    /** All or nothing, as far as who is meant. */
    function mustExist(all: readonly number[]): Promise<void> {
      return installation.db.transaction(function* () {
        for (const id of all) yield* clientById(installation, project, id)
      })
    }
  },
})

function* store(
  { installation, project }: PublicCall,
  doing: Doing,
  ids: readonly number[],
  values: Parameters<typeof storeValues>[3],
): Step<void> {
  for (const id of ids) {
    yield* clientById(installation, project, id)
    yield* storeValues(installation, doing, id, values)
  }
}
