import type { TaskColumn } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { numbersOf } from '../db/numbers.ts'

export type TaskColumnsStore = ReturnType<typeof taskColumnsStore>

/** The columns of the task board, in their order. */
export function taskColumnsStore(db: Db) {
  const numbers = numbersOf(db)
  function* all(project: number): Step<TaskColumn[]> {
    const query = db.build.selectFrom('task_columns').select(['number', 'name', 'color', 'position']).where('project_id', '=', project)
    return yield* settle(db.all<TaskColumn>(query.orderBy('position').orderBy('number')))
  }
  return {
    all,
    *add(project: number, { name, color, number: wanted = 0 }: { name: string; color: number; number?: number }): Step<TaskColumn> {
      const position = ((yield* all(project)).at(-1)?.position ?? 0) + 1
      const number = yield* numbers.takeLike(project, 'column', wanted)
      yield* settle(db.run(db.build.insertInto('task_columns').values({ project_id: project, number, name, color, position })))
      return { number, name, color, position }
    },
    *update(project: number, number: number, fields: { name?: string; color?: number; position?: number }): Step<void> {
      if (!Object.keys(fields).length) return
      yield* settle(db.run(db.build.updateTable('task_columns').set(fields).where('project_id', '=', project).where('number', '=', number)))
    },
    /** Its tasks stay and are in no column. */
    *delete(project: number, number: number): Step<boolean> {
      const tasks = db.build
        .updateTable('tasks')
        .set({ board_column: null })
        .where('project_id', '=', project)
        .where('board_column', '=', number)
      yield* settle(db.run(tasks))
      const query = db.build.deleteFrom('task_columns').where('project_id', '=', project).where('number', '=', number)
      return (yield* settle(db.run(query))).changes === 1
    },
  }
}
