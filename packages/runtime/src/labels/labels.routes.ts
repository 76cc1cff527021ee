import * as contract from '@voronka/api'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'
import type { Installation } from '../installation.ts'

const ok = { ok: true } as const

function* labelInfo({ labels }: Installation, project: number, number: number) {
  const label = yield* labels.find(project, number)
  if (!label) throw failure('label-not-found', number)
  return { ...label, clients: yield* labels.count({ project, test: 0 }, number) }
}

/** Every endpoint of `packages/api/src/labels.ts`. */
export const labelRoutes: readonly Route[] = [
  answerInProject(contract.listLabels, async ({ projectId, sort }, { db, labels }) => {
    const all = await db.transaction(() => labels.all(projectId))
    return { labels: sort === 'name' ? all.toSorted((a, b) => a.name.localeCompare(b.name)) : all }
  }),
  answerInProject(contract.createLabel, async ({ projectId, ...fields }, installation) => {
    const label = await installation.db.transaction(function* () {
      const number = yield* installation.labels.create(projectId, fields)
      if (number === undefined) throw failure('label-exists', fields.name)
      return yield* labelInfo(installation, projectId, number)
    })
    installation.live.publish(projectId, { type: 'labels-changed' })
    return label
  }),
  answerInProject(contract.updateLabel, async ({ projectId, label: number, ...fields }, installation) => {
    const label = await installation.db.transaction(function* () {
      const { labels } = installation
      const named = fields.name === undefined ? undefined : yield* labels.findByName(projectId, fields.name)
      if (named !== undefined && named !== number) throw failure('label-exists', fields.name ?? '')
      yield* labels.update(projectId, number, fields)
      return yield* labelInfo(installation, projectId, number)
    })
    installation.live.publish(projectId, { type: 'labels-changed' })
    return label
  }),
  answerInProject(contract.deleteLabel, async ({ projectId, label: number, force }, installation, actor) => {
    await installation.db.transaction(function* () {
      const { name, clients } = yield* labelInfo(installation, projectId, number)
      if (clients > 0 && force !== 'true') throw failure('label-in-use', clients)
      yield* installation.labels.delete(projectId, number)
      yield* installation.audit(actor, { action: 'label.deleted', project: projectId, subject: name, before: { clients } })
    })
    installation.live.publish(projectId, { type: 'labels-changed' })
    return ok
  }),
]
