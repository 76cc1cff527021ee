import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { root } from './root.ts'

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs `voronka ...args` in a process of its own, for work that is long or heavy: whatever it takes of time and memory, conversations go on. `signal` ends it.
 */
export async function runOwnProgram(args: readonly string[], signal?: AbortSignal): Promise<Outcome> {
  const child = spawn(process.execPath, [...program(), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  })
  const ended = new Promise<number>((resolve, reject) => {
    let failure: Error | undefined
    child.on('error', (error) => {
      // Ended by `signal`: it still has what it holds until it is gone.
      if (child.pid === undefined) reject(error)
      else failure = error
    })
    child.on('close', (code) => (failure ? reject(failure) : resolve(code ?? -1)))
  })
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

/** As built, or straight from the sources when they are what runs now. */
function program(): string[] {
  if (import.meta.url.endsWith('.ts')) return ['--import', 'tsx', fileURLToPath(new URL('../cli/run.ts', import.meta.url))]
  const built = pathToFileURL(join(root, 'packages', 'runtime', 'dist', 'main.js')).href
  const run = `import { main } from ${JSON.stringify(built)}; process.exitCode = await main(process.argv.slice(1))`
  return ['--input-type=module', '--eval', run, '--']
}
