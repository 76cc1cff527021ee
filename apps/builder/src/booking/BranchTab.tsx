import type { Branch } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Broken } from '../app/Broken.tsx'
import { useProject } from '../app/project-context.tsx'
import { Skeleton } from '../ui/index.ts'
import { setupQuery } from './booking.queries.ts'
import type { BookingSearch, BookingTab } from './booking-search.ts'
import { CalendarTab } from './calendar/CalendarTab.tsx'
import { EmployeesTab } from './employees/EmployeesTab.tsx'
import { NotificationsTab } from './NotificationsTab.tsx'
import { PageTab } from './page/PageTab.tsx'
import { ServicesTab } from './services/ServicesTab.tsx'

interface BranchTabProps {
  readonly branch: Branch
  readonly tab: BookingTab
  readonly search: BookingSearch
  onSearch(fields: Partial<BookingSearch>): void
}

/** The open tab of a branch. The calendar does not wait for the set-up: it comes with what it shows. */
export function BranchTab({ branch, tab, search, onSearch }: BranchTabProps) {
  const { id: projectId, rights } = useProject()
  const { data: setup, error, refetch } = useQuery(setupQuery(projectId, branch.id))
  const editable = rights.may('booking', 'edit')
  if (tab === 'calendar') return <CalendarTab branch={branch} setup={setup} editable={editable} search={search} onSearch={onSearch} />
  if (error && !setup) return <Broken error={error} onRetry={() => void refetch()} />
  if (!setup) {
    return (
      <div className="mx-auto flex max-w-200 flex-col gap-3 p-4" aria-busy>
        <Skeleton className="h-10" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    )
  }
  switch (tab) {
    case 'services':
      return <ServicesTab setup={setup} editable={editable} />
    case 'employees':
      return <EmployeesTab setup={setup} editable={editable} />
    case 'notifications':
      return <NotificationsTab branch={setup.branch} editable={editable} />
    case 'page':
      return <PageTab branch={setup.branch} editable={rights.may('settings', 'edit')} />
  }
}
