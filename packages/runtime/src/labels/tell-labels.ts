import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from '../worker/context.ts'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import { workCallback } from '../worker/work-callback.ts'

/** What a client's labels became is told to his dialogue, where the project wants it, whoever changed them (crm-and-tasks, section 7). */
export function* tellLabels(
  context: WorkContext,
  { project, client }: { readonly project: number; readonly client: number },
  { added = [], removed = [] }: { readonly added?: readonly number[]; readonly removed?: readonly number[] },
  asked: Pick<AskedOfOthers, 'called'>,
): Step<void> {
  if (!added.length && !removed.length) return
  if (!(yield* context.workSettings.get(project)).callbacks.labels) return
  for (const [what, numbers] of [['label_removed', removed] as const, ['label_added', added] as const]) {
    for (const number of numbers) {
      const label = yield* context.labels.find(project, number)
      if (label) yield* workCallback(context, client, `${what} ${label.name}`, asked)
    }
  }
}
