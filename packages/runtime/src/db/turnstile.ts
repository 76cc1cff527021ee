/** Lets so many in at the same time; whoever comes later waits for somebody to leave, in order. */
export function turnstile(places: number) {
  let free = places
  let waiting: { enter(): void; refuse(error: unknown): void }[] = []
  return {
    enter(): Promise<void> {
      if (free > 0) {
        free--
        return Promise.resolve()
      }
      return new Promise((enter, refuse) => waiting.push({ enter, refuse }))
    },
    leave(): void {
      const next = waiting.shift()
      if (next) next.enter()
      else free++
    },
    /** Sends everybody away who waits. */
    refuse(error: unknown): void {
      const refused = waiting
      waiting = []
      for (const { refuse } of refused) refuse(error)
    },
  }
}
