/** Counts who is inside. `enter` gives the way out, or undefined when so many of that name are inside already. */
export function createCrowd(most: number): { enter(name: string): (() => void) | undefined } {
  const inside = new Map<string, number>()
  return {
    enter(name) {
      const before = inside.get(name) ?? 0
      if (before >= most) return undefined
      inside.set(name, before + 1)
      return () => {
        const left = (inside.get(name) ?? 1) - 1
        if (left) inside.set(name, left)
        else inside.delete(name)
      }
    },
  }
}
