import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { inject } from 'vitest'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A PostgreSQL database for this test alone, with our tables in it. Drop it when everything that uses it is closed. */
export async function postgresDatabase(): Promise<TestDatabase> {
  const url = await ask('fresh')
  return {
    url,
    async drop() {
      await ask(`drop ${url}`)
    },
  }
}

function ask(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(inject('postgresDoor'), '127.0.0.1')
    socket.once('error', reject)
    createInterface({ input: socket }).once('line', (answer) => {
      socket.end()
      if (answer.startsWith('failed ')) reject(new Error(`PostgreSQL for tests: ${answer.slice('failed '.length)}`))
      else resolve(answer)
    })
    socket.write(`${line}\n`)
  })
}
