import { Link } from '@tanstack/react-router'
import { History, Settings, Workflow } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProjectId } from '../editor/index.ts'
import { Skeleton, Tooltip } from '../ui/index.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { useWorkspace } from './workspace.ts'

const PublishDialog = lazy(() => import('../publish/index.ts').then(({ PublishDialog }) => ({ default: PublishDialog })))
const ImportDialog = lazy(() => import('../projects/index.ts').then(({ ImportDialog }) => ({ default: ImportDialog })))

/** What stands around every screen of an open project. */
export function Shell({ children }: { children: ReactNode }) {
  const dialog = useWorkspace((state) => state.dialog)
  return (
    <div className="grid h-full grid-cols-1 grid-rows-[48px_minmax(0,1fr)_auto] sm:grid-cols-[48px_minmax(0,1fr)] sm:grid-rows-[48px_minmax(0,1fr)]">
      <TopBar />
      <Rail />
      <div className="relative row-start-2 min-h-0 min-w-0 sm:col-start-2">
        <Suspense>{children}</Suspense>
      </div>
      <ConflictDialog />
      <Suspense>
        {dialog === 'publish' && <PublishDialog />}
        {dialog === 'import' && <ImportDialog />}
      </Suspense>
    </div>
  )
}

const sections: readonly {
  to: '/p/$projectId' | '/p/$projectId/versions' | '/p/$projectId/settings'
  name: 'funnel' | 'versions' | 'settings'
  icon: LucideIcon
}[] = [
  { to: '/p/$projectId', name: 'funnel', icon: Workflow },
  { to: '/p/$projectId/versions', name: 'versions', icon: History },
  { to: '/p/$projectId/settings', name: 'settings', icon: Settings },
]

/** At the left; on a telephone at the bottom, where the thumb is. */
function Rail() {
  const { t } = useTranslation('app')
  const projectId = useProjectId()
  return (
    <nav
      aria-label={t('nav.label')}
      className="row-start-3 flex justify-around border-t border-line bg-surface p-1 pb-[max(4px,env(safe-area-inset-bottom))] sm:row-start-2 sm:flex-col sm:justify-start sm:gap-1 sm:border-t-0 sm:border-r"
    >
      {sections.map(({ to, name, icon: Icon }) => (
        <Tooltip key={name} text={t(`nav.${name}`)} side="right">
          <Link
            to={to}
            params={{ projectId }}
            aria-label={t(`nav.${name}`)}
            activeOptions={{ exact: true, includeSearch: false }}
            className="flex size-10 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
          >
            <Icon size={18} aria-hidden />
          </Link>
        </Tooltip>
      ))}
    </nav>
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
