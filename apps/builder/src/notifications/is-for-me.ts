import type { ClientCard, OperatorInfo } from '@voronka/api'

/**
 * Whether somebody who looks elsewhere is to hear of what a client wrote: he holds the client, or nobody does. A break, and the time after a shift, are
 * quiet; who has never been on shift is taken to be always there.
 */
export function isForMe(
  { waiting, unread, lastFrom, blocked, responsible }: Pick<ClientCard, 'waiting' | 'unread' | 'lastFrom' | 'blocked' | 'responsible'>,
  { account, status, since }: Pick<OperatorInfo, 'account' | 'status' | 'since'>,
): boolean {
  if (!waiting || unread === 0 || lastFrom !== 'client' || blocked) return false
  if (status === 'break' || (status === 'absent' && since !== null)) return false
  return responsible === null || responsible.account === account
}
