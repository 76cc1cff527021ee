import { Suspense } from 'react'
import type { ReactNode } from 'react'
// Not fetched when it is asked for: what is typed after Ctrl+K must not go to the screen below.
import { Palette } from '../palette/index.ts'
import { Skeleton } from '../ui/index.ts'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { TopBarParts } from './TopBarPart.tsx'
import { Troubles } from './Troubles.tsx'
import { useShellKeys } from './use-shell-keys.ts'
import { useWorkspace } from './workspace.ts'

/** What stands around every screen of an open project. */
export function Shell({ children }: { children: ReactNode }) {
  const palette = useWorkspace((state) => state.palette)
  useShellKeys()
  return (
    <TopBarParts>
      <div className="grid h-full grid-cols-1 print:block print:h-auto grid-rows-[48px_minmax(0,1fr)_auto] sm:grid-cols-[48px_minmax(0,1fr)] sm:grid-rows-[48px_minmax(0,1fr)]">
        <TopBar />
        <Rail />
        <div className="row-start-2 flex min-h-0 min-w-0 flex-col sm:col-start-2">
          <Troubles />
          <div className="relative min-h-0 flex-1">
            <Suspense>{children}</Suspense>
          </div>
        </div>
        {palette && <Palette />}
      </div>
    </TopBarParts>
  )
}

export const ShellSkeleton = () => (
  <div className="grid h-full grid-cols-[48px_1fr] grid-rows-[48px_1fr]" aria-busy>
    <div className="col-span-2 flex items-center gap-3 border-b border-line bg-surface px-3">
      <Skeleton className="size-6" />
      <Skeleton className="h-5 w-40" />
      <span className="flex-1" />
      <Skeleton className="h-8 w-28" />
    </div>
    <div className="border-r border-line bg-surface" />
    <div />
  </div>
)
