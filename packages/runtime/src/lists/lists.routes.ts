import * as contract from '@voronka/api'
import { checkAudience } from '../clients/seen-variables.ts'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'
import type { Installation } from '../installation.ts'

const ok = { ok: true } as const

function* listInfo({ lists }: Installation, project: number, number: number) {
  const list = yield* lists.find(project, number)
  if (!list) throw failure('list-not-found', number)
  const { name, folder, color, created_at } = list
  return {
    number,
    name,
    folder,
    color,
    members: yield* lists.size({ project, test: 0 }, [number]),
    createdAt: new Date(created_at).toISOString(),
  }
}

/** Every endpoint of `packages/api/src/lists.ts`. */
export const listRoutes: readonly Route[] = [
  answerInProject(contract.listLists, async ({ projectId, sort }, { db, lists }) => {
    const all = (await db.transaction(() => lists.all(projectId))).map(({ number, name, folder, color, members, created_at }) => ({
      number,
      name,
      folder,
      color,
      members,
      createdAt: new Date(created_at).toISOString(),
    }))
    return { lists: sort === 'name' ? all.toSorted((a, b) => a.name.localeCompare(b.name) || a.number - b.number) : all }
  }),
  answerInProject(contract.createList, async ({ projectId, ...fields }, installation) => {
    const { db, lists, clock, live } = installation
    const list = await db.transaction(function* () {
      return yield* listInfo(installation, projectId, yield* lists.create(projectId, fields, clock.now()))
    })
    live.publish(projectId, { type: 'lists-changed' })
    return list
  }),
  answerInProject(contract.updateList, async ({ projectId, list, ...fields }, installation) => {
    const updated = await installation.db.transaction(function* () {
      yield* installation.lists.update(projectId, list, fields)
      return yield* listInfo(installation, projectId, list)
    })
    installation.live.publish(projectId, { type: 'lists-changed' })
    return updated
  }),
  answerInProject(contract.deleteList, async ({ projectId, list }, installation, actor) => {
    const { db, lists, live, audit } = installation
    await db.transaction(function* () {
      const { name, members } = yield* listInfo(installation, projectId, list)
      yield* lists.delete(projectId, list)
      yield* audit(actor, { action: 'list.deleted', project: projectId, subject: name, before: { members } })
    })
    live.publish(projectId, { type: 'lists-changed' })
    return ok
  }),
  answerInProject(contract.previewListMembers, ({ projectId, list, change, filter }, { listsWork }, actor) => {
    checkAudience(actor, filter)
    return listsWork.preview(projectId, list, change, filter)
  }),
  answerInProject(contract.changeListMembers, ({ projectId, list, change, filter, everybody }, { listsWork }, actor) => {
    checkAudience(actor, filter)
    return listsWork.change(projectId, list, change, filter, everybody)
  }),
  answerInProject(contract.importListMembers, ({ projectId, list, ...file }, { listsWork }) => listsWork.importCsv(projectId, list, file)),
  answerInProject(contract.exportListMembers, ({ projectId, list, delimiter }, { listsWork }, actor) =>
    listsWork.exportCsv(projectId, list, actor, delimiter === 'semicolon' ? ';' : ','),
  ),
  answerInProject(contract.deleteListMembers, async ({ projectId, list, confirm }, { listsWork }, actor) => ({
    deleted: await listsWork.deleteMembers(projectId, list, confirm, actor),
  })),
]
