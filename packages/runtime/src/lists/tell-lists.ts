import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from '../worker/context.ts'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import { workCallback } from '../worker/work-callback.ts'

/** Which lists a client came to and left is told to his dialogue, where the project wants it, whoever did it (crm-and-tasks, section 7). */
export function* tellLists(
  context: WorkContext,
  { project, client }: { readonly project: number; readonly client: number },
  { added, removed }: { readonly added: readonly number[]; readonly removed: readonly number[] },
  asked: Pick<AskedOfOthers, 'called'>,
): Step<void> {
  if (!added.length && !removed.length) return
  if (!(yield* context.workSettings.get(project)).callbacks.lists) return
  for (const list of removed) yield* workCallback(context, client, `list_removed ${list}`, asked)
  for (const list of added) yield* workCallback(context, client, `list_added ${list}`, asked)
}
