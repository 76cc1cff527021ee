/** The circles of a graph: groups of nodes each of which leads to all others of its group (Tarjan's algorithm, without recursion). */
export function cyclesOf(nodes: Iterable<number>, next: (node: number) => readonly number[]): number[][] {
  const found: number[][] = []
  const order = new Map<number, number>()
  const lowest = new Map<number, number>()
  const open: number[] = []
  const isOpen = new Set<number>()

  const enter = (node: number) => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    open.push(node)
    isOpen.add(node)
    return { node, ways: next(node), at: 0 }
  }
  const reach = (node: number, place: number | undefined) => lowest.set(node, Math.min(lowest.get(node) ?? 0, place ?? 0))

  for (const start of nodes) {
    if (order.has(start)) continue
    const path = [enter(start)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const way = step.ways[step.at++]
      if (way !== undefined) {
        if (!order.has(way)) path.push(enter(way))
        else if (isOpen.has(way)) reach(step.node, order.get(way))
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before) reach(before.node, lowest.get(step.node))
      if (lowest.get(step.node) !== order.get(step.node)) continue
      const group = open.splice(open.indexOf(step.node))
      group.forEach((node) => isOpen.delete(node))
      if (group.length > 1 || next(step.node).includes(step.node)) found.push(group)
    }
  }
  return found
}
