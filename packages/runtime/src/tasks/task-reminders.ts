import type { LiveEvent } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { LiveHub } from '../live/live-hub.ts'
import { createAlarm } from '../worker/alarm.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import type { ErrorReport } from '../worker/event-turn.ts'
import { languageOfProject } from '../worker/project-settings.ts'
import type { TaskToRemind } from './tasks.store.ts'

const atOnce = 100

export type TaskReminders = ReturnType<typeof createTaskReminders>

const words = { ru: 'Скоро срок', en: 'Due soon' } as const

/** Reminds of open tasks that somebody has, each once for each moment that it is due at. */
export function createTaskReminders(context: WorkContext, worker: Worker, live: LiveHub, onError: ErrorReport) {
  const { db, clock, tasks, notifications } = context
  const alarm = createAlarm(
    { next: () => db.transaction(() => tasks.nextReminder()), work },
    { clock, track: (job) => worker.track(job), onError },
  )

  async function work(): Promise<void> {
    for (const task of await db.transaction(() => tasks.toRemind(clock.now(), atOnce))) {
      const told = await db.transaction(() => remind(task))
      if (told) live.publish(task.project_id, told)
    }
  }

  function* remind(task: TaskToRemind): Step<LiveEvent | undefined> {
    const { project_id: project, number, title, responsible, status, clock: time, test } = task
    if (!(yield* tasks.reminded(task)) || responsible === null || status === 'done' || test) return undefined
    const text = `${words[yield* languageOfProject(context, project)]}: ${time ? `${title}, ${time}` : title}`
    const told = { project, accounts: [responsible], text, priority: 2, client: null, task: number, now: clock.now() }
    const [id] = yield* notifications.add(told)
    return id === undefined ? undefined : { type: 'notification', id, accounts: [responsible] }
  }

  return { look: () => alarm.look(), stop: () => alarm.stop() }
}
