import { Outlet, useMatch } from '@tanstack/react-router'
import { FunnelBar } from './FunnelBar.tsx'
import { OpenEditor } from './OpenEditor.tsx'

/** The draft stays open between the screens that work on it. */
export function EditorScreens() {
  const funnel = useMatch({ from: '/p/$projectId/_editor/', shouldThrow: false })
  return (
    <OpenEditor>
      <FunnelBar problems={Boolean(funnel)} />
      <Outlet />
    </OpenEditor>
  )
}
