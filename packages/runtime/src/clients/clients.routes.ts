import * as contract from '@voronka/api'
import { settle } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'
import { turnInfo } from '../test-chat/turn-info.ts'
import { clientChannels } from './client-channels.ts'
import { clientCard, dialogueMessage, visibleClient } from './client-card.ts'
import { dialogueMessages } from './dialogue-messages.ts'
import { countInbox, listInbox } from './inbox.ts'
import { turnSeenBy } from './seen-variables.ts'
import { visibleTo } from './visible-dialogues.ts'

const ok = { ok: true } as const

/** Every endpoint of clients, their dialogues and the quick replies in `packages/api/src`. */
export const clientRoutes: readonly Route[] = [
  answerInProject(contract.listDialogues, async ({ projectId, ...question }, { db, search, ...installation }, actor) => {
    if (question.q || question.variable) await search.catchUp()
    return db.transaction(() => listInbox({ db, ...installation }, projectId, actor, question))
  }),
  answerInProject(contract.countDialogues, ({ projectId }, installation, actor) =>
    installation.db.transaction(() => countInbox(installation, projectId, actor)),
  ),
  answerInProject(contract.readAllDialogues, async ({ projectId }, { db, live }, actor) => {
    const seen = visibleTo(db.build.selectFrom('dialogues').select('client_id').where('dialogues.project_id', '=', projectId), actor)
    const { changes } = await db.transaction(() =>
      settle(
        db.run(
          db.build.updateTable('dialogues').set({ unread: 0 }).where('unread', '>', 0).where('test', '=', 0).where('client_id', 'in', seen),
        ),
      ),
    )
    live.publish(projectId, { type: 'dialogue-changed', client: 0, message: null })
    return { changed: changes }
  }),
  answerInProject(contract.listClientChannels, async ({ projectId }, { db }) => ({
    channels: await db.transaction(() => clientChannels(db, projectId)),
  })),
  answerInProject(contract.getClient, ({ projectId, clientId }, { dialogueWork }, actor) => dialogueWork.card(projectId, clientId, actor)),
  answerInProject(contract.updateClient, ({ projectId, clientId, ...change }, { dialogueWork }, actor) =>
    dialogueWork.update(projectId, clientId, actor, change),
  ),
  answerInProject(contract.assignClient, ({ projectId, clientId, account, note }, { dialogueWork }, actor) =>
    dialogueWork.assign(projectId, clientId, actor, account, note),
  ),
  answerInProject(contract.setClientVariable, ({ projectId, clientId, name, value }, { dialogueWork }, actor) =>
    dialogueWork.setVariable(projectId, clientId, actor, name, value),
  ),
  answerInProject(contract.changeClientLists, ({ projectId, clientId, ...change }, { dialogueWork }, actor) =>
    dialogueWork.changeLists(projectId, clientId, actor, change),
  ),
  answerInProject(contract.changeClientLabels, ({ projectId, clientId, ...change }, { dialogueWork }, actor) =>
    dialogueWork.changeLabels(projectId, clientId, actor, change),
  ),
  answerInProject(contract.listMessages, ({ projectId, clientId, ...question }, installation, actor) =>
    installation.db.transaction(function* () {
      yield* visibleClient(installation, projectId, clientId, actor)
      return yield* dialogueMessages(installation, clientId, question)
    }),
  ),
  answerInProject(contract.sendToClient, ({ projectId, clientId, ...written }, { dialogueWork }, actor) =>
    dialogueWork.say(projectId, clientId, actor, written),
  ),
  answerInProject(contract.sendBlockToClient, ({ projectId, clientId, block }, { dialogueWork }, actor) =>
    dialogueWork.sendBlock(projectId, clientId, actor, block),
  ),
  answerInProject(contract.noteWriting, async ({ projectId, clientId }, { dialogueWork, live }, actor) => {
    await dialogueWork.find(projectId, clientId, actor)
    if (actor.account !== null)
      live.publish(projectId, { type: 'writing', client: clientId, account: actor.account, name: actor.name || actor.email })
    return ok
  }),
  answerInProject(contract.addComment, ({ projectId, clientId, text }, { dialogueWork }, actor) =>
    dialogueWork.comment(projectId, clientId, actor, text),
  ),
  answerInProject(contract.updateMessage, ({ projectId, clientId, message, ...change }, { dialogueWork }, actor) =>
    dialogueWork.updateMessage(projectId, clientId, actor, message, change),
  ),
  answerInProject(contract.deleteMessage, async ({ projectId, clientId, message }, { dialogueWork }, actor) => {
    await dialogueWork.deleteMessage(projectId, clientId, actor, message)
    return ok
  }),
  answerInProject(contract.resendMessage, ({ projectId, clientId, message }, { dialogueWork }, actor) =>
    dialogueWork.resend(projectId, clientId, actor, message),
  ),
  answerInProject(contract.movePlanned, ({ projectId, clientId, planned, at }, { dialogueWork }, actor) =>
    dialogueWork.movePlanned(projectId, clientId, actor, planned, at),
  ),
  answerInProject(contract.sendPlanned, ({ projectId, clientId, planned }, { dialogueWork }, actor) =>
    dialogueWork.sendPlanned(projectId, clientId, actor, planned),
  ),
  answerInProject(contract.cancelPlanned, ({ projectId, clientId, planned }, { dialogueWork }, actor) =>
    dialogueWork.cancelPlanned(projectId, clientId, actor, planned),
  ),
  answerInProject(contract.getClientTurn, ({ projectId, clientId, turn }, installation, actor) =>
    installation.db.transaction(function* () {
      yield* visibleClient(installation, projectId, clientId, actor)
      const found = yield* installation.turns.find(clientId, turn)
      if (!found) throw failure('turn-not-found', turn)
      return turnSeenBy(actor, turnInfo(found))
    }),
  ),
  answerInProject(contract.deleteClient, async ({ projectId, clientId }, { dialogueWork }, actor) => {
    await dialogueWork.remove(projectId, clientId, actor)
    return ok
  }),
  answerInProject(contract.mergeClient, ({ projectId, clientId, client }, { dialogueWork }, actor) =>
    dialogueWork.merge(projectId, clientId, actor, client),
  ),
  answerInProject(contract.unmergeClient, ({ projectId, clientId }, { dialogueWork }, actor) =>
    dialogueWork.unmerge(projectId, clientId, actor),
  ),
  answerInProject(contract.exportClient, ({ projectId, clientId }, installation, actor) =>
    installation.db.transaction(function* () {
      const { db, messages } = installation
      const found = yield* visibleClient(installation, projectId, clientId, actor)
      const said = yield* messages.latest(clientId, 100_000)
      const [seesTasks, seesOrders] = [actor.may('tasks', 'view'), actor.may('orders', 'view')]
      const tasks = seesTasks
        ? yield* settle(db.all<object>(db.build.selectFrom('tasks').selectAll().where('client_id', '=', clientId).orderBy('number')))
        : []
      const all = seesOrders
        ? yield* settle(db.all<object>(db.build.selectFrom('orders').selectAll().where('client_id', '=', clientId).orderBy('number')))
        : []
      const orders = all.map((order) => (actor.has('variables.seeOrder') ? order : { ...order, variables: '{}' }))
      yield* installation.audit(actor, { action: 'client.exported', project: projectId, subject: String(clientId) })
      return { client: yield* clientCard(installation, actor, found), messages: said.map(dialogueMessage), tasks, orders }
    }),
  ),
  answerInProject(contract.listQuickReplies, async ({ projectId }, { db, quickReplies }) => ({
    replies: await db.transaction(() => quickReplies.all(projectId)),
  })),
  answerInProject(contract.createQuickReply, ({ projectId, ...reply }, { db, quickReplies }) =>
    db.transaction(() => quickReplies.add(projectId, reply)),
  ),
  answerInProject(contract.updateQuickReply, ({ projectId, reply: number, ...fields }, { db, quickReplies }) =>
    db.transaction(function* () {
      yield* quickReplies.update(projectId, number, fields)
      const reply = yield* quickReplies.find(projectId, number)
      if (!reply) throw failure('reply-not-found', number)
      return reply
    }),
  ),
  answerInProject(contract.deleteQuickReply, async ({ projectId, reply }, { db, quickReplies }) => {
    if (!(await db.transaction(() => quickReplies.remove(projectId, reply)))) throw failure('reply-not-found', reply)
    return ok
  }),
]
