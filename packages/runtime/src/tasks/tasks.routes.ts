import * as contract from '@voronka/api'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/tasks.ts`. */
export const taskRoutes: readonly Route[] = [
  answerInProject(contract.listTasks, ({ projectId, responsible, column, ...asked }, { tasksWork }, actor) =>
    tasksWork.list(projectId, actor, {
      ...asked,
      responsible: responsible === 'free' ? null : responsible === 'me' ? (actor.account ?? 0) : responsible,
      column: column === 'none' ? null : column,
    }),
  ),
  answerInProject(contract.getTask, ({ projectId, task }, { tasksWork }, actor) => tasksWork.find(projectId, task, actor)),
  answerInProject(contract.createTask, ({ projectId, ...fields }, { tasksWork }, actor) => tasksWork.create(projectId, actor, fields)),
  answerInProject(contract.updateTask, ({ projectId, task, ...fields }, { tasksWork }, actor) =>
    tasksWork.update(projectId, task, actor, fields),
  ),
  answerInProject(contract.deleteTask, async ({ projectId, task }, { tasksWork }, actor) => {
    await tasksWork.remove(projectId, task, actor)
    return ok
  }),
  answerInProject(contract.countTasks, ({ projectId }, { tasksWork }, actor) => tasksWork.count(projectId, actor)),
  answerInProject(contract.taskBadges, ({ projectId, ...asked }, { tasksWork }, actor) => tasksWork.badges(projectId, actor, asked)),
  answerInProject(contract.listTaskColumns, async ({ projectId }, { db, taskColumns }) => ({
    columns: await db.transaction(() => taskColumns.all(projectId)),
  })),
  answerInProject(contract.createTaskColumn, async ({ projectId, ...fields }, { db, taskColumns, live }) => {
    const column = await db.transaction(() => taskColumns.add(projectId, fields))
    live.publish(projectId, { type: 'task-columns-changed' })
    return column
  }),
  answerInProject(contract.updateTaskColumn, async ({ projectId, column: number, ...fields }, { db, taskColumns, live }) => {
    const column = await db.transaction(function* () {
      yield* taskColumns.update(projectId, number, fields)
      return (yield* taskColumns.all(projectId)).find((each) => each.number === number)
    })
    if (!column) throw failure('task-column-not-found', number)
    live.publish(projectId, { type: 'task-columns-changed' })
    return column
  }),
  answerInProject(contract.orderTaskColumns, async ({ projectId, columns: order }, { db, taskColumns, live }) => {
    const columns = await db.transaction(function* () {
      for (const [index, number] of order.entries()) yield* taskColumns.update(projectId, number, { position: index + 1 })
      return yield* taskColumns.all(projectId)
    })
    live.publish(projectId, { type: 'task-columns-changed' })
    return { columns }
  }),
  answerInProject(contract.deleteTaskColumn, async ({ projectId, column }, { db, taskColumns, live }) => {
    if (!(await db.transaction(() => taskColumns.delete(projectId, column)))) throw failure('task-column-not-found', column)
    live.publish(projectId, { type: 'task-columns-changed' })
    return ok
  }),
  answerInProject(
    contract.getWorkCallbacks,
    async ({ projectId }, { db, workSettings }) => (await db.transaction(() => workSettings.get(projectId))).callbacks,
  ),
  answerInProject(contract.setWorkCallbacks, async ({ projectId, ...callbacks }, { db, workSettings, audit }, actor) => {
    await db.transaction(function* () {
      const { callbacks: before } = yield* workSettings.get(projectId)
      yield* workSettings.set(projectId, { callbacks })
      yield* audit(actor, { action: 'settings.callbacks-changed', project: projectId, subject: '', before, after: callbacks })
    })
    return callbacks
  }),
]
