/** What was said and is not accepted yet: sent one at a time and in order, again and again until the server has it, also after a reload. */
import type { Own } from './dialogue.ts'
import { retryDelay, type Outcome, type Transport } from './transport.ts'
import { isSent } from './upload.ts'
import type { Memory } from './visitor.ts'

export interface Outbox {
  /** Sends what waits, if nothing is on its way already. */
  send(): void
  /** Writes down what waits. */
  keep(): void
}

interface Watcher {
  waiting(): readonly Own[]
  /** The outcome of one attempt; `failures`: how many in a row have failed. */
  tried(own: Own, outcome: Outcome, failures: number): void
}

export function createOutbox(transport: Transport, memory: Memory, key: string, watcher: Watcher): Outbox {
  let busy = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** The second message of a person must not overtake his first, so the first of the queue is tried until it is through. */
  async function sendNext(): Promise<void> {
    const next = watcher.waiting().find(({ state }) => state === 'sending')
    if (busy || !next) return
    busy = true
    clearTimeout(timer)
    const outcome = await transport.send(next.id, next.saying)
    busy = false
    failures = outcome.is === 'later' ? failures + 1 : 0
    if (outcome.is === 'later') timer = setTimeout(() => void sendNext(), outcome.afterMs ?? retryDelay(failures - 1))
    else next.state = outcome.is === 'accepted' ? 'sent' : 'failed'
    watcher.tried(next, outcome, failures)
    keep()
    if (outcome.is !== 'later') void sendNext()
  }

  function keep(): void {
    const waiting = watcher.waiting().filter(({ state }) => state !== 'sent')
    memory.write(key, waiting.length ? JSON.stringify(waiting) : '')
  }

  return {
    send() {
      failures = 0
      void sendNext()
    },
    keep,
  }
}

/** What an earlier page left in the box. A text that is no box is an empty one. */
export function readOutbox(text: string | undefined): Own[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isOwn).map((one) => ({ ...one, state: 'sending' })) : []
  } catch {
    return []
  }
}

function isOwn(one: unknown): one is Own {
  if (typeof one !== 'object' || one === null) return false
  const { files, ...saying } = 'saying' in one && typeof one.saying === 'object' && one.saying !== null ? asFields(one.saying) : {}
  const said = Object.values(saying)
  const fields =
    'id' in one &&
    typeof one.id === 'string' &&
    'at' in one &&
    typeof one.at === 'string' &&
    'after' in one &&
    typeof one.after === 'number'
  return (
    fields && said.length === 1 && typeof said[0] === 'string' && (files === undefined || (Array.isArray(files) && files.every(isSent)))
  )
}

const asFields = (value: object): Record<string, unknown> => ({ ...value })
