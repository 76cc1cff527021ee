import type { Step } from '@voronka/flow/engine'

/**
 * Brings what is due to a process that does it, where several work on one database: a job a client. Alone, alarms look after the moments instead, and
 * none of this does anything.
 */
export interface DueJobs {
  /** In the transaction that holds the client's row: he is looked at when the earliest of what is planned for him is due, not before. */
  plan(client: number): Step<void>
  /** In any transaction: he is looked at at that moment as well. */
  ask(client: number, moment: number): Step<void>
  /** Begins to hand out clients: `work` does whatever of him is due. `takenOver` is called after another process was found dead. */
  start(work: (client: number) => Promise<void>, takenOver: () => void): Promise<void>
  stop(): Promise<void>
}
