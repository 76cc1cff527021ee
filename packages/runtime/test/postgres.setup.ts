import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port at which test files ask for databases. */
    postgresDoor: number
    /** Which database `talk` and `serve` use when a test does not say. */
    database: 'sqlite' | 'postgres'
  }
}

/**
 * Opens a door at which test files, which are processes of their own, ask for a PostgreSQL database: `fresh` is answered with its address, and
 * `drop ADDRESS` removes it. The server behind it is one for the whole run and starts when it is asked for the first time.
 */
export default async function openDoor({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined
  const answer = async (line: string): Promise<string> => {
    const [word, url = ''] = line.split(' ')
    server ??= startPostgres()
    if (word === 'fresh') return (await server).fresh()
    await (await server).drop(url)
    return 'dropped'
  }
  const door = createServer((socket: Socket) => {
    socket.on('error', () => undefined)
    createInterface({ input: socket }).on('line', (line) => {
      answer(line).then(
        (text) => socket.write(`${text}\n`),
        (error: unknown) => socket.write(`failed ${String(error).replaceAll('\n', ' ')}\n`),
      )
    })
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const address = door.address()
  if (typeof address !== 'object' || !address) throw new Error('The door has no address.')
  provide('postgresDoor', address.port)
  return async () => {
    door.close()
    await (await server)?.stop()
  }
}
