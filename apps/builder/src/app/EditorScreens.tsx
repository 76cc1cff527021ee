import { Outlet, useMatchRoute } from '@tanstack/react-router'
import { FunnelBar } from './FunnelBar.tsx'
import { OpenEditor } from './OpenEditor.tsx'
import { useProject } from './project-context.tsx'

/** The draft stays open between the screens that work on it. */
export function EditorScreens() {
  const { id: projectId } = useProject()
  const funnel = useMatchRoute()({ to: '/p/$projectId', params: { projectId } })
  return (
    <OpenEditor>
      <FunnelBar problems={Boolean(funnel)} />
      <Outlet />
    </OpenEditor>
  )
}
