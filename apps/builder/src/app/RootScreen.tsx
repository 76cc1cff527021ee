import { Outlet, useMatches } from '@tanstack/react-router'
import { Door } from './Door.tsx'

/** Open to who is not signed in. */
const publicPages: ReadonlySet<string> = new Set(['/setup', '/invitation', '/reset-password'])

/**
 * By the page that is shown, which is not yet that of the address while the next one is being loaded: else one that leads on would be put behind the
 * door, begin anew there and lead on again, without end.
 */
export function RootScreen() {
  const isPublic = useMatches({ select: (matches) => publicPages.has(matches.at(-1)?.routeId ?? '') })
  if (isPublic) return <Outlet />
  return (
    <Door>
      <Outlet />
    </Door>
  )
}
