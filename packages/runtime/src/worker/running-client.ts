import type { ClientRow } from '../clients/clients.store.ts'
import type { Members } from '../lists/lists.store.ts'
import type { AskedOfOthers } from './clients-port.ts'
import type { RunnableFlow } from './flows.ts'

/** Whose turn it is, for the ports of his functions. */
export interface Running {
  readonly client: ClientRow
  readonly members: Members
  readonly flow: RunnableFlow
  /** On his clock. */
  readonly now: number
  readonly asked: AskedOfOthers
  /** The block that his turn is in. */
  block(): number | null
}
