import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const program = `
const db = require('better-sqlite3')(process.argv[1])
db.exec('begin immediate')
console.log('held')
process.stdin.on('data', () => { db.exec('commit'); process.exit() })
`

/** Another process, which has the database of that file locked for itself until it is told to let go. */
export async function holdDatabase(file: string): Promise<{ letGo(): Promise<unknown> }> {
  const child = spawn(process.execPath, ['-e', program, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  await once(createInterface({ input: child.stdout }), 'line')
  return {
    letGo() {
      child.stdin.write('go')
      return gone
    },
  }
}
