import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { CommandOutcome } from './run-command.ts'

const entry = fileURLToPath(new URL('../src/cli/run.ts', import.meta.url))

/** Runs `voronka ...args` as a process of its own, straight from the sources. */
export async function runProcess(
  args: readonly string[],
  stdin: string,
  options: { readsFirstChunkOnly?: boolean } = {},
): Promise<CommandOutcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', entry, ...args])
  const closed = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)))
  // A process that ends early closes its input: that is for its exit code to tell.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  if (options.readsFirstChunkOnly) child.stdout.once('data', () => child.stdout.destroy())
  const [stdout, stderr, code] = await Promise.all([options.readsFirstChunkOnly ? '' : text(child.stdout), text(child.stderr), closed])
  return { code, stdout, stderr }
}
