import { largestTaskFileBytes, type TaskInfo } from '@voronka/api'
import { ownFile } from '@voronka/api/formatted-text'
import { localMoment } from '@voronka/calculator'
import type { Step } from '@voronka/flow/engine'
import { isVisibleTo } from '../clients/visible-dialogues.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { askedNothing, type AskedOfOthers } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { zoneOfProject } from '../worker/project-settings.ts'
import { notifyOfTask } from './notify-of-task.ts'
import { momentsOf, movedMoments } from './task-moments.ts'
import type { TaskChange, TaskRow, TasksOf, TasksQuestion } from './tasks.store.ts'
import { tellTask } from './tell-task.ts'
import type { TaskReminders } from './task-reminders.ts'

const mostListed = 1000

export interface TaskFields {
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly date?: string | undefined
  readonly time?: string | null | undefined
  readonly priority?: TaskRow['priority'] | undefined
  readonly responsible?: number | null | undefined
  readonly client?: number | null | undefined
  readonly order?: number | null | undefined
  readonly column?: number | null | undefined
  readonly attachments?: readonly { readonly url: string; readonly name: string }[] | undefined
  readonly status?: TaskRow['status'] | undefined
  readonly position?: number | undefined
  readonly revision?: number | undefined
}

export type TasksWork = ReturnType<typeof createTasksWork>

/** What people do with tasks (crm-and-tasks, section 8): own and free ones, others' by their role; overdue ones by a right of its own. */
export function createTasksWork(context: WorkContext, worker: Worker, live: LiveHub, reminders: TaskReminders) {
  const { db, clock, tasks, operators, dialogues, fileRows } = context

  const of = (project: number, actor: Actor): TasksOf => ({
    project,
    account: actor.account ?? 0,
    others: actor.has('tasks.seeOthers'),
    now: clock.now(),
  })

  function* infos(project: number, rows: readonly TaskRow[]): Step<TaskInfo[]> {
    const names = new Map((yield* operators.all(project)).map(({ account, name, email }) => [account, name || email]))
    const found: TaskInfo[] = []
    for (const row of rows) {
      const client = row.client_id === null ? undefined : yield* dialogues.find(row.client_id)
      found.push(info(row, names, client && { id: client.client_id, name: client.name }, clock.now()))
    }
    return found
  }

  function* visible(project: number, number: number, actor: Actor): Step<TaskRow> {
    const task = yield* tasks.find(project, number)
    const own = task && (task.responsible === null || task.responsible === actor.account || task.author === actor.account)
    if (!task || task.test || (!own && !actor.has('tasks.seeOthers'))) throw failure('task-not-found', number)
    return task
  }

  /** Whom and what a task names must be of the project, and clients visible to who names them. */
  function* mustExist(project: number, actor: Actor, { responsible, client, order, column, attachments = [] }: TaskFields): Step<void> {
    if (responsible && !(yield* operators.find(project, responsible))) throw failure('operator-not-found')
    const dialogue = client ? yield* dialogues.find(client) : undefined
    if (client && (!dialogue || dialogue.project_id !== project || !isVisibleTo(dialogue, actor))) throw failure('client-not-found', client)
    const named = order ? yield* context.orders.store.find(project, order) : undefined
    if (order && (!named || named.test)) throw failure('order-not-found', order)
    if (column && !(yield* context.taskColumns.all(project)).some(({ number }) => number === column))
      throw failure('task-column-not-found', column)
    yield* mustBePictures(project, attachments)
  }

  /** Of files that we keep; what lies elsewhere is whatever its server says. */
  function* mustBePictures(project: number, attachments: NonNullable<TaskFields['attachments']>): Step<void> {
    for (const [index, { url }] of attachments.entries()) {
      if (!ownFile(url)) continue
      const file = yield* fileRows.ofProject(project, url)
      if (!file) throw failure('bad-request', `attachments[${index}]: there is no such file.`)
      if (file.kind !== 'image' && file.kind !== 'video')
        throw failure('bad-request', `attachments[${index}]: a picture or a video is needed.`)
      if (file.size > largestTaskFileBytes) throw failure('too-large', '10 MB')
    }
  }

  /** Callbacks are heard, and pages told, after the commit. */
  function after(project: number, { called, changed, notified, tasks: touched }: AskedOfOthers): void {
    for (const client of called) worker.drain(client)
    for (const client of changed) live.publish(project, { type: 'dialogue-changed', client, message: null })
    for (const { id, account } of notified) live.publish(project, { type: 'notification', id, accounts: [account] })
    for (const { task, client } of touched) live.publish(project, { type: 'task-changed', task, client })
    reminders.look()
  }

  return {
    list: (project: number, actor: Actor, asked: TasksQuestion) =>
      db.transaction(function* () {
        const rows = yield* tasks.list(of(project, actor), asked, mostListed + 1)
        return { tasks: yield* infos(project, rows.slice(0, mostListed)), more: rows.length > mostListed }
      }),

    find: (project: number, number: number, actor: Actor) => db.transaction(() => infoOf(project, number, actor)),

    count: (project: number, actor: Actor) =>
      db.transaction(function* () {
        const { year, month, day } = localMoment(clock.now(), yield* zoneOfProject(context, project))
        return yield* tasks.count(of(project, actor), [String(year).padStart(4, '0'), padded(month), padded(day)].join('-'))
      }),

    badges: (project: number, actor: Actor, asked: { clients: readonly number[]; orders: readonly number[] }) =>
      db.transaction(function* () {
        return {
          clients: yield* tasks.badges(of(project, actor), 'client_id', asked.clients),
          orders: yield* tasks.badges(of(project, actor), 'order_number', asked.orders),
        }
      }),

    async create(project: number, actor: Actor, fields: TaskFields & { title: string; date: string }): Promise<TaskInfo> {
      const asked = askedNothing()
      const task = await db.transaction(function* () {
        yield* mustExist(project, actor, fields)
        const zone = yield* zoneOfProject(context, project)
        const { responsible = null } = fields
        const number = yield* tasks.add(project, {
          title: fields.title,
          description: fields.description ?? '',
          day: fields.date,
          clock: fields.time ?? null,
          responsible,
          ...momentsOf({ day: fields.date, clock: fields.time ?? null, responsible }, zone, clock.now()),
          priority: fields.priority ?? 'medium',
          client_id: fields.client ?? null,
          order_number: fields.order ?? null,
          board_column: fields.column ?? null,
          author: actor.account,
          author_name: actor.name,
          attachments: JSON.stringify(fields.attachments ?? []),
          created_at: clock.now(),
          test: 0,
        })
        yield* tellTask(context, project, number, 'created', actor.name, asked)
        if (fields.responsible && fields.responsible !== actor.account)
          yield* notifyOfTask(context, { project, number, title: fields.title, account: fields.responsible, now: clock.now() }, asked)
        return yield* infoOf(project, number, actor)
      })
      after(project, asked)
      return task
    },

    async update(project: number, number: number, actor: Actor, fields: TaskFields): Promise<TaskInfo> {
      const asked = askedNothing()
      const task = await db.transaction(function* () {
        const known = yield* visible(project, number, actor)
        const { status, revision, ...edits } = fields
        const edited = Object.values(edits).some((value) => value !== undefined)
        // Whoever may see a task may do it; to change what it says takes a right, and one more when it is overdue.
        if (edited && !actor.has('tasks.edit')) throw failure('not-yours')
        if (edited && known.status === 'open' && known.due_at < clock.now() && !actor.has('tasks.editOverdue'))
          throw failure('task-overdue')
        yield* mustExist(project, actor, fields)
        if (!(yield* tasks.update(project, number, changeOf(known, fields, yield* zoneOfProject(context, project), clock.now()), revision)))
          throw failure('outdated')
        if (edited) yield* tellTask(context, project, number, 'edited', actor.name, asked)
        if (status === 'done' && known.status === 'open') yield* tellTask(context, project, number, 'done', actor.name, asked)
        else if (!edited) asked.tasks.push({ task: number, client: known.client_id })
        if (fields.responsible && fields.responsible !== known.responsible && fields.responsible !== actor.account) {
          const given = { project, number, title: fields.title ?? known.title, account: fields.responsible, now: clock.now() }
          yield* notifyOfTask(context, given, asked)
        }
        const [after] = yield* infos(project, [(yield* tasks.find(project, number)) ?? known])
        if (!after) throw failure('task-not-found', number)
        return after
      })
      after(project, asked)
      return task
    },

    async remove(project: number, number: number, actor: Actor): Promise<void> {
      const asked = askedNothing()
      await db.transaction(function* () {
        yield* visible(project, number, actor)
        if (!actor.has('tasks.edit')) throw failure('not-yours')
        yield* tellTask(context, project, number, 'deleted', actor.name, asked)
        yield* tasks.delete(project, number)
      })
      after(project, asked)
    },
  }

  function* infoOf(project: number, number: number, actor: Actor): Step<TaskInfo> {
    const [found] = yield* infos(project, [yield* visible(project, number, actor)])
    if (!found) throw failure('task-not-found', number)
    return found
  }
}

const padded = (number: number): string => String(number).padStart(2, '0')

function changeOf(known: TaskRow, fields: TaskFields, zone: string, now: number): TaskChange {
  const day = fields.date ?? known.day
  const time = fields.time === undefined ? known.clock : fields.time
  const { title, description, priority, responsible, client, order, column, attachments, status, position } = fields
  const { responsible: has = known.responsible } = fields
  return {
    day,
    clock: time,
    ...movedMoments(known, { day, clock: time, responsible: has }, zone, now),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(priority !== undefined && { priority }),
    ...(responsible !== undefined && { responsible }),
    ...(client !== undefined && { client_id: client }),
    ...(order !== undefined && { order_number: order }),
    ...(column !== undefined && { board_column: column }),
    ...(attachments !== undefined && { attachments: JSON.stringify(attachments) }),
    ...(position !== undefined && { position }),
    ...(status !== undefined && { status, closed_at: status === 'done' ? (known.closed_at ?? now) : null }),
  }
}

function info(row: TaskRow, names: ReadonlyMap<number, string>, client: TaskInfo['client'] | undefined, now: number): TaskInfo {
  return {
    number: row.number,
    title: row.title,
    description: row.description,
    date: row.day,
    time: row.clock,
    dueAt: new Date(row.due_at).toISOString(),
    overdue: row.status === 'open' && row.due_at < now,
    priority: row.priority,
    responsible: row.responsible === null ? null : { account: row.responsible, name: names.get(row.responsible) ?? '' },
    client: client ?? null,
    order: row.order_number,
    column: row.board_column,
    status: row.status,
    author: { account: row.author, name: row.author_name },
    createdAt: new Date(row.created_at).toISOString(),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at).toISOString(),
    // Written by this file and by nobody else.
    attachments: JSON.parse(row.attachments) as TaskInfo['attachments'],
    position: row.position,
    revision: row.revision,
  }
}
