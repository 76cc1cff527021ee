import { noteWriting } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../app/call.ts'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { ownOperatorQuery } from '../crm/index.ts'

/** Whoever writes on says so again this often, and is believed this long. */
const sayEveryMs = 4000
const heldMs = 6000

interface Writing {
  /** The colleague who writes to this client just now. */
  readonly colleague: string | undefined
  /** I write. */
  note(): void
}

/** No two people answer a client at once without knowing of each other. */
export function useWriting(clientId: number): Writing {
  const { id: projectId } = useProject()
  const { data: me } = useQuery(ownOperatorQuery(projectId))
  const [colleague, setColleague] = useState<string>()
  const said = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  useLive(projectId, (event) => {
    if (event.type !== 'writing' || event.client !== clientId || event.account === me?.account) return
    setColleague(event.name)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setColleague(undefined), heldMs)
  })
  return {
    colleague,
    note() {
      const now = Date.now()
      if (now - said.current < sayEveryMs) return
      said.current = now
      // Whom it does not reach sees what was written a moment later anyway.
      call(noteWriting, { projectId, clientId }).catch(() => undefined)
    },
  }
}
