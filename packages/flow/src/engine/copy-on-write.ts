import type { Value, VariableStore } from '@voronka/calculator'

/** Variables that a turn may change while the session it began with stays as it was. Copied at the first change only. */
export class CopyOnWrite implements VariableStore {
  #map: ReadonlyMap<string, Value>
  #own: Map<string, Value> | undefined

  constructor(map: ReadonlyMap<string, Value>) {
    this.#map = map
  }

  get size(): number {
    return this.#map.size
  }

  get(name: string): Value | undefined {
    return this.#map.get(name)
  }

  has(name: string): boolean {
    return this.#map.has(name)
  }

  set(name: string, value: Value): Map<string, Value> {
    return this.#writable().set(name, value)
  }

  delete(name: string): boolean {
    return this.#map.has(name) && this.#writable().delete(name)
  }

  clear(): void {
    this.#own = new Map()
    this.#map = this.#own
  }

  /** True: written to since it was made, replaced or marked as kept. */
  get changed(): boolean {
    return this.#own !== undefined
  }

  /** From now on these are the variables. */
  replace(map: ReadonlyMap<string, Value>): void {
    this.#map = map
    this.#own = undefined
  }

  /** The variables as they are now. Nothing may be written afterwards. */
  snapshot(): ReadonlyMap<string, Value> {
    return this.#map
  }

  #writable(): Map<string, Value> {
    if (!this.#own) {
      this.#own = new Map(this.#map)
      this.#map = this.#own
    }
    return this.#own
  }
}
