import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'
import { tellLabels } from './tell-labels.ts'

/** Puts labels on a client and takes them off, as somebody asks by hand; answers what that changed, which his dialogue is told. */
export function* changeLabels(
  context: WorkContext,
  { project, client }: { readonly project: number; readonly client: number },
  { add = [], remove = [] }: { readonly add?: readonly number[]; readonly remove?: readonly number[] },
  asked: Pick<AskedOfOthers, 'called'>,
): Step<{ readonly added: readonly number[]; readonly removed: readonly number[] }> {
  const { labels } = context
  for (const label of [...add, ...remove]) if (!(yield* labels.find(project, label))) throw failure('label-not-found', label)
  const added: number[] = []
  for (const label of add) if (yield* labels.add({ project, test: 0 }, label, client)) added.push(label)
  const removed = remove.length ? yield* labels.remove(project, remove, client) : []
  yield* tellLabels(context, { project, client }, { added, removed }, asked)
  return { added, removed }
}
