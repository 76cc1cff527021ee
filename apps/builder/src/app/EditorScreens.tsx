import { Navigate, Outlet, useMatch } from '@tanstack/react-router'
import { FunnelBar } from './FunnelBar.tsx'
import { LeadsOn } from './LeadsOn.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import { OpenEditor } from './OpenEditor.tsx'
import { useProject } from './project-context.tsx'
import { openTo } from './rights.ts'
import { sections } from './sections.ts'

/** The draft stays open between the screens that work on it. Whom his role does not show it comes to what it does show. */
export function EditorScreens() {
  const funnel = useMatch({ from: '/p/$projectId/_editor/', shouldThrow: false })
  const { id: projectId, rights } = useProject()
  const [first] = openTo(sections, rights)
  if (!rights.may('funnel'))
    return first ? (
      <LeadsOn>
        <Navigate replace to={first.to} params={{ projectId }} />
      </LeadsOn>
    ) : (
      <NothingOpen />
    )
  return (
    <OpenEditor>
      <FunnelBar problems={Boolean(funnel)} />
      <Outlet />
    </OpenEditor>
  )
}
