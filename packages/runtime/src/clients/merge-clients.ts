import type { Step } from '@voronka/flow/engine'
import type { DialoguesStore } from './dialogues.store.ts'

/** The main profile of a merged client, else he himself. */
export function* mainOf(dialogues: DialoguesStore, client: number): Step<number> {
  return (yield* dialogues.find(client))?.bound_to ?? client
}

/** Everybody of the same merge but himself, ascending. */
export function* boundWith(dialogues: DialoguesStore, project: number, client: number): Step<number[]> {
  const main = yield* mainOf(dialogues, client)
  const all = [main, ...(yield* dialogues.boundTo(project, main))]
  return all.filter((each) => each !== client).toSorted((a, b) => a - b)
}

/** `other`, with all that is bound to him, becomes a profile of the main one. Each keeps his own dialogue, variables and orders, so it can be undone. */
export function* bindClients(dialogues: DialoguesStore, project: number, main: number, other: number): Step<void> {
  const target = yield* mainOf(dialogues, main)
  const moved = [other, ...(yield* boundWith(dialogues, project, other))]
  for (const each of moved) if (each !== target) yield* dialogues.set(each, { bound_to: target })
}

/** Makes a profile independent again; where it was the main one, the lowest of the others becomes it. False: he is merged with nobody. */
export function* unbindClient(dialogues: DialoguesStore, project: number, client: number): Step<boolean> {
  const others = yield* boundWith(dialogues, project, client)
  const [next] = others
  if (next === undefined) return false
  if ((yield* mainOf(dialogues, client)) === client) {
    for (const each of others) yield* dialogues.set(each, { bound_to: each === next ? null : next })
  }
  yield* dialogues.set(client, { bound_to: null })
  return true
}
