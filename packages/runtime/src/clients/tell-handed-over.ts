import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from '../worker/context.ts'
import { languageOfProject } from '../worker/project-settings.ts'

/** The notification that somebody got. */
export interface HandedOver {
  readonly id: number
  readonly accounts: number[]
}

interface Given {
  readonly project: number
  readonly client: number
  readonly name: string
  readonly account: number
  readonly comment: string
}

const words = { ru: 'Вам передан клиент', en: 'A client was handed over to you' } as const

/** Whom a colleague gives a client to hears of it, with what was noted (user-expectations, area 7: "transfer with note"). */
export function* tellHandedOver(context: WorkContext, { project, client, name, account, comment }: Given): Step<HandedOver | undefined> {
  const { notifications, clock } = context
  const title = `${words[yield* languageOfProject(context, project)]}: ${name || `#${client}`}`
  const text = comment.trim() ? `${title}\n${comment.trim()}` : title
  const [id] = yield* notifications.add({ project, accounts: [account], text, priority: 0, client, task: null, now: clock.now() })
  return id === undefined ? undefined : { id, accounts: [account] }
}
