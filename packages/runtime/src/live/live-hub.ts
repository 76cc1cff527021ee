import type { LiveEvent } from '@voronka/api'

/** Hands committed changes of a project to the pages that show it. Who listens and how the events travel is the listener's affair. */
export interface LiveHub {
  publish(project: number, event: LiveEvent): void
  subscribe(project: number, listener: (event: LiveEvent) => void): () => void
}

export function createLiveHub(): LiveHub {
  const listeners = new Map<number, Set<(event: LiveEvent) => void>>()
  return {
    publish(project, event) {
      for (const listener of listeners.get(project) ?? []) listener(event)
    },
    subscribe(project, listener) {
      const own = listeners.get(project) ?? new Set()
      listeners.set(project, own.add(listener))
      return () => {
        own.delete(listener)
        if (!own.size) listeners.delete(project)
      }
    },
  }
}
