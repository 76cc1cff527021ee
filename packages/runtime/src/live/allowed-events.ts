import { liveEventSections, type LiveEvent } from '@voronka/api'
import type { Actor } from '../http/actor.ts'

export interface AllowedEvents {
  /** Passes an event on, if the reader may see it. */
  hear(event: LiveEvent): void
  /** Asks anew what the reader may. */
  look(): void
}

interface Reader {
  readonly actor: Actor
  /** Undefined when his session or key has ended, or he is no member any more. */
  again(): Promise<Actor | undefined>
  tell(event: LiveEvent): void
  end(): void
}

/**
 * Lets through what the reader may see at that moment. When rights may have changed, events wait until it is known what he may now; a reader whose
 * session has ended, or who is no member any more, is cut off (reliability-promises, P8.2).
 */
export function allowedEvents(reader: Reader): AllowedEvents {
  let { actor } = reader
  let waiting: LiveEvent[] | undefined
  let outdated = false

  const pass = (event: LiveEvent): void => {
    const section = liveEventSections[event.type]
    if (section === null || actor.may(section, 'view')) reader.tell(event)
  }

  async function look(): Promise<void> {
    outdated = true
    if (waiting) return
    waiting = []
    while (outdated) {
      outdated = false
      const present = await reader.again()
      if (!present) return reader.end()
      const changed = JSON.stringify(present.permissions) !== JSON.stringify(actor.permissions)
      actor = present
      if (changed) reader.tell({ type: 'access-changed' })
    }
    const heard = waiting
    waiting = undefined
    heard.forEach(pass)
  }

  return {
    hear(event) {
      if (changesRights(event)) void look()
      if (event.type === 'access-changed') return
      if (waiting) waiting.push(event)
      else pass(event)
    },
    look: () => void look(),
  }
}

const changesRights = ({ type }: LiveEvent): boolean =>
  type === 'members-changed' || type === 'access-changed' || type === 'project-changed'
