import type { Outside } from '@voronka/flow/engine'
import type { WaitingCall } from './journals.store.ts'

/** Makes the calls that turns wait for. Never inside a transaction. */
export interface Caller {
  /** Always answers: what went wrong is in the answer. */
  call(call: Pick<WaitingCall, 'key' | 'project' | 'request'>): Promise<Outside>
  /** No call takes longer than this, with all its attempts. */
  longestMs(call: Pick<WaitingCall, 'request'>): number
}
