import { commands } from './all.ts'
import { UsageError, type Io } from './command.ts'

const system: Io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env }

/** Runs `voronka <command> ...` and gives its exit code. */
export async function main(args: readonly string[], io: Io = system): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = commands.find((each) => each.name === name)
  if (!command) return help(name, io)
  if (rest.includes('--help')) {
    io.stdout.write(`${command.summary}\n\n  ${command.usage}\n`)
    return 0
  }
  // Who reads our output may have seen enough, as `head` does: that is no failure.
  io.stdout.on('error', (error) => {
    if (!isClosedPipe(error)) throw error
  })
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (isClosedPipe(error)) return 0
    if (!(error instanceof UsageError)) throw error
    io.stderr.write(`${error.message}\n\nUsage: ${command.usage}\n`)
    return 2
  }
}

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'

function help(name: string, io: Io): number {
  const asked = ['help', '--help', '-h'].includes(name)
  const lines = commands.map((command) => `  ${command.name.padEnd(12)}${command.summary}`)
  const out = asked ? io.stdout : io.stderr
  if (!asked) out.write(`There is no command "${name}".\n\n`)
  out.write(`Usage: voronka <command> [...]\n\n${lines.join('\n')}\n\nvoronka <command> --help says more.\n`)
  return asked ? 0 : 2
}
