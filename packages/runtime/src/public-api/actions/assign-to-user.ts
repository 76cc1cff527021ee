import { actorOf } from '../actor-of.ts'
import { definePublicAction, success } from '../action.ts'
import { clientById } from '../clients.ts'
import { fail } from '../refused.ts'
import { Failure } from '../../errors.ts'

export const assignToUser = definePublicAction({
  name: 'assign_to_user',
  needs: 'clients.write',
  async run(call) {
    const { params, installation, project } = call
    const { db, operators, dialogues, dialogueWork } = installation
    const id = params.needId('client_id')
    const email = params.text('email')
    const operator = await db.transaction(function* () {
      yield* clientById(installation, project, id)
      return email === undefined ? undefined : yield* operators.findByEmail(project, email)
    })
    if (email !== undefined && !operator) throw fail(400, `user ${email} not found`)
    await dialogueWork.assign(project, id, actorOf(call), operator?.account ?? 'distribute', '').catch((error: unknown) => {
      throw error instanceof Failure && error.code === 'nobody-on-shift' ? fail(400, 'no operators on shift') : error
    })
    const responsible = await db.transaction(function* () {
      const account = (yield* dialogues.find(id))?.responsible ?? null
      return account === null ? undefined : yield* operators.find(project, account)
    })
    return { ...success, email: responsible?.email ?? null }
  },
})
