import { UsageError } from './command.ts'

/** The one file that a command is given, and the flags of settings beside it. Flags take a value each. */
export function fileAndSettings(args: readonly string[], missing: string): { file: string; rest: string[] } {
  const files = args.filter((arg, index) => !arg.startsWith('--') && !isFlagWithValue(args[index - 1]))
  const [file, second] = files
  if (file === undefined) throw new UsageError(missing)
  if (second !== undefined) throw new UsageError(`One file at a time: "${second}" is one too many.`)
  return { file, rest: args.filter((arg) => arg !== file) }
}

const isFlagWithValue = (arg: string | undefined): boolean => arg !== undefined && arg.startsWith('--') && !arg.includes('=')
