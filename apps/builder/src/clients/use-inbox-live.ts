import type { LiveEvent } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'

/** Many events of one moment are one look at the list. */
const gatherMs = 150

/** The inbox follows the server: after a break the stream begins with `hello`, and everything is asked for again, so that nothing is missed. */
export function useInboxLive(open: number | undefined): void {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const reloadList = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: ['clients', projectId, 'list'] })
      void queries.invalidateQueries({ queryKey: ['clients', projectId, 'counts'] })
    }, gatherMs)
  }
  const reloadOpen = (client: number) => {
    void queries.invalidateQueries({ queryKey: ['clients', projectId, 'card', client] })
    void queries.invalidateQueries({ queryKey: ['clients', projectId, 'messages', client] })
  }

  useLive(projectId, (event: LiveEvent) => {
    switch (event.type) {
      case 'hello':
        reloadList()
        if (open) reloadOpen(open)
        return
      case 'dialogue-changed':
      case 'client-deleted':
        reloadList()
        if (event.client === open) reloadOpen(event.client)
        return
      case 'order-changed':
        if (event.client === open) void queries.invalidateQueries({ queryKey: ['clients', projectId, 'card', event.client] })
        return
      case 'labels-changed':
        return void queries.invalidateQueries({ queryKey: ['labels', projectId] })
      case 'lists-changed':
        return void queries.invalidateQueries({ queryKey: ['lists', projectId] })
      default:
    }
  })
}
