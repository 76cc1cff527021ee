interface Named {
  readonly name: string
}

/** Each thing of a file with the one of the same name here: of several with one name, the first with the first. Those without one are left out. */
export function pairByName<Theirs extends Named, Ours extends Named>(
  theirs: readonly Theirs[],
  ours: readonly Ours[],
): ReadonlyMap<Theirs, Ours> {
  const free = new Map<string, Ours[]>()
  for (const each of ours) free.set(each.name, [...(free.get(each.name) ?? []), each])
  const pairs = new Map<Theirs, Ours>()
  for (const each of theirs) {
    const found = free.get(each.name)?.shift()
    if (found) pairs.set(each, found)
  }
  return pairs
}
