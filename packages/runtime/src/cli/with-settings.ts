import { CannotStart } from '../config/cannot-start.ts'
import { loadSettings } from '../config/load-settings.ts'
import { BadSettings, type Settings } from '../config/settings.ts'
import { UsageError, type Io } from './command.ts'

/** Runs a command that works on the data folder: bad settings are a fault of its caller, a folder that cannot be used ends it with a sentence and code 1. */
export async function withSettings(args: readonly string[], io: Io, run: (settings: Settings) => Promise<number>): Promise<number> {
  try {
    return await run(loadSettings(args, io.env))
  } catch (error) {
    if (error instanceof BadSettings) throw new UsageError(error.message)
    if (!(error instanceof CannotStart)) throw error
    io.stderr.write(`${error.message}\n`)
    return 1
  }
}
