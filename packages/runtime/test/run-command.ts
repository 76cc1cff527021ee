import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { main } from '../src/cli/main.ts'

export interface CommandOutcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `voronka ...args` in this process, with a terminal of its own. */
export async function runCommand(args: readonly string[], stdin: string | readonly (string | Uint8Array)[] = []): Promise<CommandOutcome> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const read = Promise.all([text(stdout), text(stderr)])
  const io = { stdin: Readable.from(typeof stdin === 'string' ? [stdin] : stdin), stdout, stderr, env: {} }
  const code = await main(args, io)
  stdout.end()
  stderr.end()
  const [out, err] = await read
  return { code, stdout: out, stderr: err }
}
