import { success } from './action.ts'
import { clientNotFound } from './refused.ts'

/** The answer of the actions that look for one client. */
export function foundOne(id: number | undefined): object {
  if (id === undefined) throw clientNotFound()
  return { ...success, client_id: id }
}
