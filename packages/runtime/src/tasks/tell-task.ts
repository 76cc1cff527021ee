import type { WorkCallbacks } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'
import { workCallback } from '../worker/work-callback.ts'

type Happening = keyof WorkCallbacks['tasks']

const callbackNames: Readonly<Record<Happening, string>> = {
  created: 'new_task_added_callback',
  edited: 'edit_task_callback',
  done: 'done_task_callback',
  deleted: 'delete_task_callback',
}

/**
 * What happened to a task is told in the dialogue of its client (crm-and-tasks, section 8): as a callback that the bot hears, where that is switched
 * on; an edit is told to colleagues as well, by a system comment.
 */
export function* tellTask(
  context: WorkContext,
  project: number,
  number: number,
  happened: Happening,
  who: string,
  asked: Pick<AskedOfOthers, 'called' | 'tasks' | 'changed'>,
): Step<void> {
  const task = yield* context.tasks.find(project, number)
  if (!task) return
  asked.tasks.push({ task: number, client: task.client_id })
  if (task.client_id === null) return
  const text = `${callbackNames[happened]} task_id:${number}, task_name:${task.title}`
  if (happened === 'edited') {
    const comment = `Задача была отредактирована ${who}: ${text}`.replace('  ', ' ').replace(' :', ':')
    yield* context.messages.addComment({ client: task.client_id, text: comment, account: null, speaker: null, at: context.clock.now() })
    asked.changed.add(task.client_id)
  }
  if ((yield* context.workSettings.get(project)).callbacks.tasks[happened]) yield* workCallback(context, task.client_id, text, asked)
}
