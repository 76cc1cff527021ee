import type { Clock } from './contract.ts'

/** Node's timers cannot wait longer than about 24 days, and a server's clock may be put forward: so it looks again at least this often. */
const longestWaitMs = 60_000

/** The clock of the machine. Waiting for it does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(moment, call) {
    let timer: NodeJS.Timeout
    const wait = () => {
      timer = setTimeout(look, Math.min(Math.max(moment - Date.now(), 0), longestWaitMs))
      timer.unref()
    }
    const look = () => (moment <= Date.now() ? call() : wait())
    wait()
    return () => clearTimeout(timer)
  },
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds).unref()
    return () => clearInterval(timer)
  },
}

/** A clock that stands still until it is moved: for tests, `simulate` and whatever must not depend on the day it runs. */
export class VirtualClock implements Clock {
  #now: number
  #calls: { readonly moment: number; readonly order: number; readonly call: () => void }[] = []
  #order = 0
  readonly #looks = new Set<() => void>()

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  at(moment: number, call: () => void): () => void {
    const entry = { moment, order: this.#order++, call }
    this.#calls.push(entry)
    return () => {
      this.#calls = this.#calls.filter((each) => each !== entry)
    }
  }

  /** Once whenever time was moved: it does not stop on the way, so years of it cost one look. */
  every(_milliseconds: number, call: () => void): () => void {
    const look = () => call()
    this.#looks.add(look)
    return () => void this.#looks.delete(look)
  }

  /**
   * Goes on to that moment. What was asked for on the way is called in order, each at its own moment, and `settle` is awaited after each, so
   * that what it causes (which may ask for more) is done before time goes on.
   */
  async advanceTo(moment: number, settle: () => Promise<void>): Promise<void> {
    await this.#play(moment, settle)
    if (this.#looks.size === 0) return
    for (const look of this.#looks) look()
    // What they found may have been due on the way.
    await this.#play(moment, settle)
  }

  /** The clock is put to that moment, which may have been before: nothing was called on the way, and what is due then is late. */
  async jumpTo(moment: number, settle: () => Promise<void>): Promise<void> {
    this.#now = moment
    await this.advanceTo(moment, settle)
  }

  async #play(moment: number, settle: () => Promise<void>): Promise<void> {
    await settle()
    for (let next = this.#due(moment); next; next = this.#due(moment)) {
      this.#calls = this.#calls.filter((each) => each !== next)
      this.#now = Math.max(this.#now, next.moment)
      next.call()
      await settle()
    }
    this.#now = Math.max(this.#now, moment)
  }

  #due(moment: number) {
    return this.#calls.filter((each) => each.moment <= moment).sort((a, b) => a.moment - b.moment || a.order - b.order)[0]
  }
}
