import { drive, type Step } from '@voronka/flow/engine'
import type { TaskFields, TasksPort } from '@voronka/functions'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import { notifyOfTask } from './notify-of-task.ts'
import { momentsOf, movedMoments } from './task-moments.ts'
import type { TaskRow } from './tasks.store.ts'
import { tellTask } from './tell-task.ts'

/** Tasks for functions, inside the turn's transaction (crm-and-tasks, section 8). Test people see the tasks of test people, others those of others. */
export function tasksPort(context: WorkContext, { client, members, now, flow, asked }: Running): TasksPort {
  const { tasks, operators } = context
  const { project, test } = members
  const zone = flow.project.settings.timezone

  function* find(number: number): Step<TaskRow | undefined> {
    const task = yield* tasks.find(project, number)
    return task?.test === test ? task : undefined
  }

  /** Whom a task is given to by a script hears of it; tasks of the test chat are nobody's. */
  function* notify(number: number, title: string, account: number): Step<void> {
    if (!test) yield* notifyOfTask(context, { project, number, title, account, now }, asked)
  }

  function* create(task: Parameters<TasksPort['create']>[0]): Step<number | undefined> {
    const operator = yield* operators.findByEmail(project, task.email)
    if (!operator) return undefined
    const number = yield* tasks.add(project, {
      title: task.title,
      description: task.description,
      day: task.day,
      clock: task.time,
      ...momentsOf({ day: task.day, clock: task.time, responsible: operator.account }, zone, now),
      priority: 'medium',
      responsible: operator.account,
      client_id: client.id,
      order_number: task.order,
      board_column: null,
      author: null,
      author_name: '',
      attachments: '[]',
      created_at: now,
      test,
    })
    yield* tellTask(context, project, number, 'created', '', asked)
    yield* notify(number, task.title, operator.account)
    return number
  }

  function* update(number: number, fields: TaskFields): Step<boolean> {
    const known = yield* find(number)
    const operator = fields.email === undefined ? undefined : yield* operators.findByEmail(project, fields.email)
    if (!known || (fields.email !== undefined && !operator)) return false
    const { title = known.title, description = known.description, day = known.day, time = known.clock } = fields
    const responsible = operator?.account ?? known.responsible
    yield* tasks.update(project, number, {
      title,
      description,
      day,
      clock: time,
      responsible,
      ...movedMoments(known, { day, clock: time, responsible }, zone, now),
    })
    yield* tellTask(context, project, number, 'edited', '', asked)
    if (operator && operator.account !== known.responsible) yield* notify(number, title, operator.account)
    return true
  }

  function* done(number: number): Step<boolean> {
    const known = yield* find(number)
    if (!known) return false
    if (known.status === 'done') return true
    yield* tasks.update(project, number, { status: 'done', closed_at: now })
    yield* tellTask(context, project, number, 'done', '', asked)
    return true
  }

  function* remove(number: number): Step<boolean> {
    if (!(yield* find(number))) return false
    yield* tellTask(context, project, number, 'deleted', '', asked)
    return yield* tasks.delete(project, number)
  }

  function* status(number: number): Step<'open' | 'overdue' | 'done' | undefined> {
    const task = yield* find(number)
    return task && (task.status === 'done' ? 'done' : task.due_at < now ? 'overdue' : 'open')
  }

  return {
    create: (task) => drive(create(task)),
    update: (number, fields) => drive(update(number, fields)),
    done: (number) => drive(done(number)),
    remove: (number) => drive(remove(number)),
    status: (number) => drive(status(number)),
  }
}
