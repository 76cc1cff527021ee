import type { Suspension } from './calls.ts'
import type { Run } from './run.ts'

/** Waits for the answer that a statement needs and notes it, or how it failed; then the statement can be evaluated again, from its beginning. */
export async function waitFor({ promise }: Suspension, run: Run): Promise<void> {
  run.pause()
  try {
    run.noteAnswer({ value: await promise })
  } catch (error) {
    run.noteAnswer({ error })
  }
  run.resume()
  run.again()
}
