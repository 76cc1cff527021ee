import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'

/** A running broadcast tells of itself many times a second; so often it is looked at. */
const gatherMs = 500

/** Figures follow the server while a broadcast runs; after a break of the stream everything is asked for again. */
export function useBroadcastsLive(): void {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useLive(projectId, ({ type }) => {
    if (type !== 'broadcast-changed' && type !== 'hello') return
    // Not put off by the next event, else a fast broadcast would show nothing until its end.
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      for (const part of ['list', 'one', 'recipients']) void queries.invalidateQueries({ queryKey: ['broadcasts', projectId, part] })
    }, gatherMs)
  })
}
