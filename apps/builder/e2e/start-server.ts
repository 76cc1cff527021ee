/** The real program on a free port and an empty data folder. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../packages/runtime/bin/voronka.mjs', import.meta.url))

export interface Server {
  readonly url: string
  /** Calls the application's own API. */
  api(method: string, path: string, body?: unknown): Promise<unknown>
}

export async function startServer(): Promise<Server & { stop(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'voronka-e2e-'))
  const child = spawn(process.execPath, [program, 'start', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await address(child)
  return {
    url,
    api: (method, path, body) => callApi(url, method, path, body),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function address(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)))
  })
}

async function callApi(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}
