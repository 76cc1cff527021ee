import type { Conversation } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'
import { cancel } from './pending.ts'
import { storeVariable } from './store-variable.ts'

/** The running client's dialogue as scripts act upon it. */
export function conversationOf(turn: OpenTurn): Conversation {
  const { session } = turn
  const { client, order } = session.variables
  return {
    clientId: session.client.id,
    wasInState: (block) => session.visited.has(block),
    cancelPending: ({ includeKept, from: of }) =>
      cancel(turn, ({ keep, from }) => (includeKept || !keep) && (!of || of.has(from)), 'function'),
    lastMessageAt: () => session.lastMessageAt ?? undefined,
    pauseBot(minutes) {
      session.pausedUntil = turn.tools.now + minutes * 60_000
    },
    unsubscribe() {
      session.unsubscribed = true
      client.set('notSubscribed', 1)
    },
    block() {
      session.blocked = true
      client.set('clientBlocked', 1)
      cancel(turn, () => true, 'client-blocked')
    },
    unblock() {
      session.blocked = false
      client.delete('clientBlocked')
    },
    rename(name) {
      session.client = { ...session.client, name }
    },
    getVariable: (name) => client.get(name),
    setVariable: (name, value) => storeVariable(client, name, value) === undefined,
    orderNumber: () => session.order,
    orderVariables: () => order.snapshot(),
    setOrderVariable: (name, value) => storeVariable(order, name, value) === undefined,
    orderChanged: () => order.changed,
    orderStored: () => order.replace(order.snapshot()),
    attachOrder(number, variables) {
      turn.visited = undefined
      session.order = number
      order.replace(variables)
      const { nextOrder } = turn.tools
      // A number that was given in this turn is not told for the next order again.
      if (number !== null && nextOrder !== undefined) turn.unnumbered = Math.max(turn.unnumbered, number + 1 - nextOrder)
    },
  }
}

/** He writes again: that subscribes him anew (8.4 row 20). */
export function resubscribe({ session, trace }: OpenTurn): void {
  session.unsubscribed = false
  session.variables.client.delete('notSubscribed')
  trace.push({ type: 'resubscribed' })
}
