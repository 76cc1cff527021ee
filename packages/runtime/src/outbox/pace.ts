/** How fast a server wants to be sent to, at most. */
export interface Pace {
  readonly perSecond: number
  /** Between two messages to one client. */
  readonly clientMs: number
}

interface Sent {
  /** Of the latest messages, oldest first. */
  readonly moments: number[]
  readonly clients: Map<number, number>
}

const second = 1000
const mostKept = 1000

/** What this process sent lately, held against what servers want: several processes together may be told to wait by the server itself. */
export function createPaces() {
  const queues = new Map<string, Sent>()
  return {
    /** From when on something may be sent to it again. */
    freeFrom(queue: string, { perSecond }: Pace, now: number): number {
      const oldest = queues.get(queue)?.moments.at(-perSecond)
      return oldest === undefined ? now : Math.max(now, oldest + second)
    },

    /** The same for one client. */
    clientFrom(queue: string, client: number | null, { clientMs }: Pace, now: number): number {
      const latest = client === null ? undefined : queues.get(queue)?.clients.get(client)
      return latest === undefined ? now : Math.max(now, latest + clientMs)
    },

    sending(queue: string, client: number | null, { perSecond, clientMs }: Pace, now: number): void {
      const sent: Sent = queues.get(queue) ?? { moments: [], clients: new Map() }
      queues.set(queue, sent)
      sent.moments.push(now)
      sent.moments.splice(0, sent.moments.length - perSecond)
      if (client === null) return
      sent.clients.set(client, now)
      if (sent.clients.size < mostKept) return
      for (const [known, at] of sent.clients) if (at + clientMs <= now) sent.clients.delete(known)
    },
  }
}
