import type { LiveEvent } from '@voronka/api'
import { noNotices, type Notices } from '../processes/notices.ts'

/** Hands committed changes of a project to the pages that show it, whichever process they are connected to. Who listens and how the events travel is the listener's affair. */
export interface LiveHub {
  publish(project: number, event: LiveEvent): void
  /** `missed` is called when events may have been lost on the way: who shows something should look at it anew. */
  subscribe(project: number, listener: (event: LiveEvent) => void, missed?: () => void): () => void
}

interface Subscriber {
  readonly hear: (event: LiveEvent) => void
  readonly missed: () => void
}

export function createLiveHub(notices: Notices = noNotices): LiveHub {
  const subscribers = new Map<number, Set<Subscriber>>()
  const hand = (project: number, event: LiveEvent): void => {
    for (const { hear } of subscribers.get(project) ?? []) hear(event)
  }
  notices.hear((notice) => {
    if (notice.type === 'live') hand(notice.project, notice.event)
    if (notice.type === 'missed') for (const ofProject of subscribers.values()) for (const { missed } of ofProject) missed()
  })
  return {
    publish(project, event) {
      hand(project, event)
      notices.tell({ type: 'live', project, event })
    },
    subscribe(project, hear, missed = () => undefined) {
      const own = subscribers.get(project) ?? new Set()
      const subscriber = { hear, missed }
      subscribers.set(project, own.add(subscriber))
      return () => {
        own.delete(subscriber)
        if (!own.size) subscribers.delete(project)
      }
    },
  }
}
