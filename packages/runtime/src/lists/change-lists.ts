import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { AskedOfOthers } from '../worker/clients-port.ts'
import type { WorkContext } from '../worker/context.ts'
import { tellLists } from './tell-lists.ts'

/** Puts a client into lists and takes him out, as somebody asks by hand; his dialogue is told of what that changed. */
export function* changeLists(
  context: WorkContext,
  { project, client }: { readonly project: number; readonly client: number },
  { add, remove }: { readonly add: readonly number[]; readonly remove: readonly number[] },
  asked: Pick<AskedOfOthers, 'called'>,
): Step<void> {
  const { lists, clock } = context
  const known = yield* lists.known(project, [...add, ...remove])
  const unknown = [...add, ...remove].find((number) => !known.includes(number))
  if (unknown !== undefined) throw failure('list-not-found', unknown)
  const added: number[] = []
  for (const list of add) if (yield* lists.add({ project, test: 0 }, list, client, clock.now())) added.push(list)
  const removed = remove.length ? yield* lists.remove(project, remove, client) : []
  yield* tellLists(context, { project, client }, { added, removed }, asked)
}
