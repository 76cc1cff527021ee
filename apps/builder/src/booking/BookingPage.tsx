import type { Branch } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarX2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { recall, remember } from '../app/device-memory.ts'
import { useProject } from '../app/project-context.tsx'
import { EmptyState, Skeleton } from '../ui/index.ts'
import { BookingHead } from './BookingHead.tsx'
import { branchesQuery } from './booking.queries.ts'
import type { BookingSearch } from './booking-search.ts'
import { BranchTab } from './BranchTab.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { useBookingLive } from './use-booking-live.ts'

/** Online booking (booking, section 2): branches with their calendar, services, employees, messages and public page. */
export function BookingPage() {
  const { t } = useTranslation('booking')
  const { id: projectId, rights } = useProject()
  const search = useSearch({ from: '/p/$projectId/booking' })
  const navigate = useNavigate({ from: '/p/$projectId/booking' })
  const { data: branches, error, refetch } = useQuery(branchesQuery(projectId))
  useBookingLive()
  const setSearch = (fields: Partial<BookingSearch>) => void navigate({ search: (former) => ({ ...former, ...fields }) })
  const open = (id: number) => {
    remember(branchKey(projectId), String(id))
    setSearch({ branch: id, employee: undefined, visit: undefined })
  }
  if (error && !branches) return <Broken error={error} onRetry={() => void refetch()} />
  if (!branches) return <PageSkeleton />
  const branch = shownBranch(branches, search.branch, projectId)
  if (!branch) {
    return (
      <main className="h-full overflow-y-auto">
        <h1 className="sr-only">{t('title')}</h1>
        {rights.may('settings', 'edit') && rights.may('booking', 'edit') ? (
          <FirstSteps onDone={open} />
        ) : (
          <EmptyState icon={<CalendarX2 size={32} />} title={t('none.title')} about={t('none.about')} />
        )}
      </main>
    )
  }
  return (
    <main className="flex h-full min-h-0 flex-col print:block print:h-auto">
      <h1 className="sr-only">{t('title')}</h1>
      <BookingHead branches={branches} branch={branch} tab={search.tab ?? 'calendar'} onBranch={open} />
      <div className="min-h-0 flex-1 print:h-auto">
        <BranchTab key={branch.id} branch={branch} tab={search.tab ?? 'calendar'} search={search} onSearch={setSearch} />
      </div>
    </main>
  )
}

/** The branch of the address, else the one that was open last here, else the first. */
function shownBranch(branches: readonly Branch[], asked: number | undefined, projectId: number): Branch | undefined {
  const remembered = Number(recall(branchKey(projectId)))
  return branches.find(({ id }) => id === asked) ?? branches.find(({ id }) => id === remembered) ?? branches[0]
}

const branchKey = (projectId: number): string => `voronka.booking.branch.${projectId}`

const PageSkeleton = () => (
  <div className="flex flex-col gap-3 p-4" aria-busy>
    <Skeleton className="h-8 w-72" />
    <Skeleton className="h-120" />
  </div>
)
