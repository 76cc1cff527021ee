import { drive, type Step } from '@voronka/flow/engine'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'
import type { Urgency } from './contract.ts'
import { LostRace } from './lost-race.ts'
import { asRefusal, codeOf, connected } from './postgres-pool.ts'
import { StorageRefused } from './storage-refused.ts'
import { turnstile } from './turnstile.ts'

/** A transaction that loses this often against others is given up. */
const mostAttempts = 10
const longestPauseMs = 30

const keptForReading = 2

/**
 * Transactions on connections of a pool. Which one a query belongs to is known by where it is asked (`AsyncLocalStorage`), so that stores need not be told.
 * A transaction that lost a race against another is run again from its beginning.
 */
export function postgresTransactions(pool: Pool) {
  const storage = new AsyncLocalStorage<PostgresTransaction>()
  const running = (): PostgresTransaction | undefined => {
    const transaction = storage.getStore()
    return transaction?.ended ? undefined : transaction
  }

  /** A few connections are left to those who only read; what can wait gets half of the others. */
  const places = Math.max(1, (pool.options.max ?? 10) - keptForReading)
  const entrance = turnstile(places, Math.ceil(places / 2))

  async function connection(urgency: Urgency): Promise<PoolClient> {
    await entrance.enter(urgency)
    try {
      return await connected(pool)
    } catch (error) {
      entrance.leave(urgency)
      // Who waits behind would wait as long for the same.
      entrance.refuse(error)
      throw error
    }
  }

  async function once<T>(work: () => Step<T>, lost: ReadonlySet<string>, urgency: Urgency): Promise<T> {
    const transaction = new PostgresTransaction(await connection(urgency), lost)
    try {
      const value = await storage.run(transaction, async () => drive(work()))
      await transaction.commit()
      return value
    } catch (error) {
      await transaction.rollback()
      throw transaction.doom ?? error
    } finally {
      transaction.release()
      entrance.leave(urgency)
    }
  }

  return {
    running,

    async run<T>(work: () => Step<T>, urgency: Urgency = 'now'): Promise<T> {
      const lost = new Set<string>()
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work, lost, urgency)
        } catch (error) {
          if (!(error instanceof LostRace) || attempt === mostAttempts) throw error
          lost.add(error.what)
          if (error.cause !== undefined) await pause(Math.random() * longestPauseMs)
        }
      }
    },

    *nested<T>(work: () => Step<T>): Step<T> {
      const transaction = running()
      if (!transaction) throw new Error('Nested work belongs inside a transaction.')
      transaction.say('savepoint nested')
      try {
        const value = yield* work()
        transaction.say('release nested')
        return value
      } catch (error) {
        transaction.say('rollback to nested')
        transaction.say('release nested')
        throw error
      }
    },
  }
}

class PostgresTransaction {
  readonly lost: ReadonlySet<string>
  /** After this the transaction cannot go on, whatever is made of the error inside of it. */
  doom: LostRace | StorageRefused | undefined
  ended = false
  readonly #client: PoolClient

  constructor(client: PoolClient, lost: ReadonlySet<string>) {
    this.#client = client
    this.lost = lost
    this.say('begin')
  }

  async query(query: QueryConfig): Promise<QueryResult> {
    if (this.doom) throw this.doom
    try {
      return await this.#client.query(query)
    } catch (error) {
      throw this.#judged(error)
    }
  }

  /** Sends without waiting: statements are carried out in order, and when this one fails, those behind it and the commit fail as well. */
  say(text: string): void {
    this.#client.query(text).catch((error: unknown) => void this.#judged(error))
  }

  async commit(): Promise<void> {
    const { command } = await this.query({ text: 'commit' })
    this.ended = true
    // That is how PostgreSQL answers when a statement failed and somebody went on all the same.
    if (command !== 'COMMIT') throw new Error('The transaction had failed before its commit.')
  }

  async rollback(): Promise<void> {
    if (this.ended) return
    this.ended = true
    await this.#client.query('rollback').catch((error: unknown) => void this.#judged(error))
  }

  /** A connection of which nobody knows how it stands is closed. */
  release(): void {
    this.ended = true
    this.#client.release(this.doom instanceof StorageRefused)
  }

  #judged(error: unknown): unknown {
    const judged = isLostRace(error) ? new LostRace('what it had read', { cause: error }) : asRefusal(error)
    if (judged instanceof LostRace || judged instanceof StorageRefused) this.doom ??= judged
    return judged
  }
}

/** Could not be put in a row with others, or would have waited for each other for ever. */
const isLostRace = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))
