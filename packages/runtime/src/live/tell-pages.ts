import type { CommittedTurn } from '../worker/contract.ts'
import type { LiveHub } from './live-hub.ts'

/** A committed turn, as the pages of employees hear of it: which dialogues changed, who is notified, which tasks are new. */
export function tellPages(live: LiveHub, { project, client, channel, messages, asked }: CommittedTurn): void {
  // Test people have events of their own.
  if (channel.startsWith('test-')) return
  live.publish(project, { type: 'dialogue-changed', client, message: messages.at(-1)?.id ?? null })
  for (const other of asked?.changed ?? [])
    if (other !== client) live.publish(project, { type: 'dialogue-changed', client: other, message: null })
  for (const { id, account } of asked?.notified ?? []) live.publish(project, { type: 'notification', id, accounts: [account] })
  for (const { task, client: of } of asked?.tasks ?? []) live.publish(project, { type: 'task-changed', task, client: of })
}
