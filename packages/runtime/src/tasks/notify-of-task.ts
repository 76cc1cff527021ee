import type { Step } from '@voronka/flow/engine'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'

interface GivenTask {
  readonly project: number
  readonly number: number
  readonly title: string
  readonly account: number
  readonly now: number
}

/** Whoever is given a task hears of it (user-expectations, area 9). */
export function* notifyOfTask(
  { notifications }: WorkContext,
  { project, number, title, account, now }: GivenTask,
  asked: Pick<AskedOfOthers, 'notified'>,
): Step<void> {
  const [id] = yield* notifications.add({ project, accounts: [account], text: title, priority: 0, client: null, task: number, now })
  if (id !== undefined) asked.notified.push({ id, account })
}
