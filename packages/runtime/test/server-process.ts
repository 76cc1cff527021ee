import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface ServerProcess {
  readonly url: string
  readonly port: number
  readonly process: ChildProcess
  /** Resolves when the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** A real server on a data folder in a process of its own: from source, or `built` as people run it; `database`: the address of a PostgreSQL database. */
export async function startServer(data: string, { built: isBuilt = false, database = '' } = {}): Promise<ServerProcess> {
  const program = isBuilt ? builtProgram() : ['--import', 'tsx', pathOf('../src/cli/run.ts')]
  const args = [...program, 'start', '--port', '0', '--data', data, '--log', 'json', '--log-level', 'error']
  if (database !== '') args.push('--database-url', database)
  return started(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** A command that is no server builds what is stale of the program, and none of the pages. Looked at once; ask before time is taken. */
let built: string[] | undefined
export const builtProgram = (): string[] => (built ??= buildProgram())

function buildProgram(): string[] {
  const { status } = spawnSync(process.execPath, [pathOf('../bin/voronka.mjs'), 'openapi'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('The program could not be built.')
  const run = `import { main } from ${JSON.stringify(new URL('../dist/main.js', import.meta.url).href)}; process.exitCode = await main(process.argv.slice(1))`
  return ['--max-semi-space-size=8', '--input-type=module', '--eval', run, '--']
}

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Any program that prints its port as the first line. */
export async function started(child: ChildProcess): Promise<ServerProcess> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await firstLine(child, gone)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    process: child,
    end(signal) {
      child.kill(signal)
      return gone
    },
  }
}

async function firstLine({ stdout }: ChildProcess, gone: Promise<void>): Promise<number> {
  if (!stdout) throw new Error('The output of the server is not read.')
  const lines = createInterface({ input: stdout })
  const line = await Promise.race([new Promise<string>((resolve) => lines.once('line', resolve)), gone])
  if (line === undefined) throw new Error('The server ended before it listened.')
  return Number(line)
}
