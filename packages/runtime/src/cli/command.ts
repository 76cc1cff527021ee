import type { Readable, Writable } from 'node:stream'

/** What a command may touch of the terminal; tests hand in their own. */
export interface Io {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  readonly env: Readonly<Record<string, string | undefined>>
}

/** One command of `voronka`. */
export interface Command {
  readonly name: string
  /** One line for `voronka help`. */
  readonly summary: string
  /** How it is called, e.g. `voronka lint FILE...`. */
  readonly usage: string
  /** Exit codes: 0 done, 1 done and found something wrong, 2 called wrongly or given a bad file. */
  run(args: readonly string[], io: Io): Promise<number>
}

/** Thrown by a command for a fault of its caller: told in one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
