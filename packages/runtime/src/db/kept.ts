import type { Step } from '@voronka/flow/engine'

/** What was read from the database and is kept in memory while it is used often: the ones kept longest go first. */
export interface Kept<Key, Value> {
  /** What is kept, or what `load` reads; that is kept, unless it was forgotten while it was being read. */
  get(key: Key, load: () => Step<Value>): Step<Value>
  forget(key: Key): void
  forgetAll(): void
}

/** `trusted`: false while changes that others make cannot be heard of; nothing is kept then. */
export function createKept<Key, Value>(most: number, trusted: () => boolean): Kept<Key, Value> {
  const kept = new Map<Key, Value>()
  /** What is being read, each by the latest who does. */
  const reading = new Map<Key, object>()
  return {
    *get(key, load) {
      const known = kept.get(key)
      if (known !== undefined) return known
      const mine = {}
      reading.set(key, mine)
      let forgotten: boolean
      let value: Value
      try {
        value = yield* load()
      } finally {
        forgotten = reading.get(key) !== mine
        if (!forgotten) reading.delete(key)
      }
      if (forgotten || !trusted() || value === undefined) return value
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return value
    },
    forget(key) {
      reading.delete(key)
      kept.delete(key)
    },
    forgetAll() {
      reading.clear()
      kept.clear()
    },
  }
}
