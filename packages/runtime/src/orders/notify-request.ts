import type { Step } from '@voronka/flow/engine'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'
import type { OrderRow } from './orders.store.ts'

interface FormedRequest {
  readonly row: OrderRow
  readonly clientName: string
  readonly language: 'ru' | 'en'
  readonly now: number
  readonly asked: AskedOfOthers
}

/** Tells every employee inside the application that a deal was closed, if the project wants that; in the turn's own transaction. */
export function* notifyRequest(context: WorkContext, { row, clientName, language, now, asked }: FormedRequest): Step<void> {
  const { operators, notifications, orders } = context
  const project = row.project_id
  const { requests } = yield* orders.settings.read(project)
  if (!requests.notify) return
  const accounts = (yield* operators.all(project)).map(({ account }) => account)
  const who = [row.name, clientName].filter(Boolean).join(', ')
  const title = { ru: `Заявка №${row.number}`, en: `Request #${row.number}` }[language]
  const text = who ? `${title}: ${who}` : title
  const ids = yield* notifications.add({ project, accounts, text, priority: 1, client: row.client_id, task: null, now })
  for (const [index, account] of accounts.entries()) asked.notified.push({ id: ids[index] ?? 0, account })
}
