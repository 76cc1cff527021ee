import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads a command's options and file names; what it does not know is a `UsageError`. */
export function readFlags<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** For commands that take nothing at all. */
export function refuseArguments(args: readonly string[]): void {
  const [first] = readFlags(args, {}).positionals
  if (first !== undefined) throw new UsageError(`There is nothing to be said after the command: "${first}".`)
}
