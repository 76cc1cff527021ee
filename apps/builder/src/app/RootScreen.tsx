import { Outlet, useLocation } from '@tanstack/react-router'
import { Door } from './Door.tsx'

/** Open to who is not signed in. */
const publicPages = new Set(['/setup', '/invitation', '/reset-password'])

export function RootScreen() {
  const { pathname } = useLocation()
  if (publicPages.has(pathname.replace(/\/$/, ''))) return <Outlet />
  return (
    <Door>
      <Outlet />
    </Door>
  )
}
