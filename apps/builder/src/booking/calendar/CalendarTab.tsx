import type { Branch, BranchSetup, Visit } from '@voronka/api'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { Broken } from '../../app/Broken.tsx'
import { useProject } from '../../app/project-context.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { addDays, startOfWeek, today } from '../../tasks/days.ts'
import { Skeleton } from '../../ui/index.ts'
import { calendarQuery } from '../booking.queries.ts'
import type { CalendarAsked } from '../booking.queries.ts'
import type { BookingSearch } from '../booking-search.ts'
import { CalendarBar } from './CalendarBar.tsx'
import { columnsOf } from './columns.ts'
import { CreateVisitDialog } from './CreateVisitDialog.tsx'
import type { VisitStart } from './CreateVisitDialog.tsx'
import { DayList } from './DayList.tsx'
import { Grid } from './Grid.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { NothingToBook } from './NothingToBook.tsx'
import { OutsideHoursDialog } from './OutsideHoursDialog.tsx'
import type { Plate } from './plates.ts'
import { PrintedVisits } from './PrintedVisits.tsx'
import { useMoveVisits } from './use-move-visits.ts'
import { useZoom } from './use-zoom.ts'
import { VisitDialog } from './VisitDialog.tsx'

interface CalendarTabProps {
  readonly branch: Branch
  readonly setup: BranchSetup | undefined
  readonly editable: boolean
  readonly search: BookingSearch
  onSearch(fields: Partial<BookingSearch>): void
}

/** The day of all employees or the week of one (booking, section 2); on a telephone a list of the day. */
export function CalendarTab({ branch, setup, editable, search, onSearch }: CalendarTabProps) {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const narrow = useNarrow()
  const [zoom, setZoom] = useZoom()
  // The branch's clock tells which day is today; until it is known, that of the person.
  const [branchToday, setBranchToday] = useState(today)
  const day = search.day ?? branchToday
  const week = search.employee !== undefined && !narrow
  const asked: CalendarAsked = week ? { from: startOfWeek(day), days: 7, employee: search.employee } : { from: day, days: 1 }
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...calendarQuery(projectId, branch.id, asked),
    placeholderData: keepPreviousData,
  })
  if (data && data.today !== branchToday) setBranchToday(data.today)
  const [creating, setCreating] = useState<VisitStart>()
  const [group, setGroup] = useState<{ readonly service: number; readonly visits: readonly number[] }>()
  const moving = useMoveVisits(branch.id)
  const columns = useMemo(() => {
    const all = data ? columnsOf(data) : []
    return isPlaceholderData ? all.map((column) => ({ ...column, visits: [], hours: [] })) : all
  }, [data, isPlaceholderData])

  const stepDays = week ? 7 : 1
  useEffect(() => {
    for (const by of [1, -1]) {
      void queries.prefetchQuery({
        ...calendarQuery(projectId, branch.id, { ...asked, from: addDays(asked.from, by * stepDays) }),
        staleTime: 10_000,
      })
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` is made of these
  }, [projectId, branch.id, asked.from, asked.employee])

  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  const openPlate = ({ visits: [first, ...others] }: Plate) => {
    if (first.group && (others.length || first.group.capacity > 1))
      setGroup({ service: first.group.service, visits: [first, ...others].map(({ id }) => id) })
    else onSearch({ visit: first.id })
  }
  const inGroup = data?.visits.filter(({ id }) => group?.visits.includes(id)) ?? []
  return (
    <div className="flex h-full min-h-0 flex-col print:block print:h-auto">
      <CalendarBar
        day={day}
        week={week}
        today={branchToday}
        employees={setup?.employees ?? data?.employees ?? []}
        employee={search.employee}
        zoom={zoom}
        canCreate={editable}
        onDay={(next) => onSearch({ day: next === branchToday ? undefined : next })}
        onEmployee={(employee) => onSearch({ employee })}
        onZoom={setZoom}
        onCreate={() => setCreating({ date: day, ...(search.employee !== undefined && { employee: search.employee }) })}
      />
      {!data ? (
        <div className="flex min-h-0 flex-1 gap-2 overflow-hidden p-3" aria-busy>
          {Array.from({ length: 5 }, (_, index) => (
            <Skeleton key={index} className="h-full flex-1" />
          ))}
        </div>
      ) : setup && !isReady(setup) && !data.visits.length ? (
        <NothingToBook setup={setup} />
      ) : narrow ? (
        <DayList
          columns={columns}
          employee={search.employee}
          editable={editable}
          onEmployee={(employee) => onSearch({ employee })}
          onOpen={openPlate}
          onCreate={setCreating}
        />
      ) : (
        <Grid
          key={`${asked.from}/${asked.employee ?? ''}`}
          branch={branch}
          columns={columns}
          week={week}
          now={{ date: data.today, time: data.now }}
          zoom={zoom}
          editable={editable}
          busy={isPlaceholderData}
          onOpen={openPlate}
          onCreate={setCreating}
          onMove={moving.move}
          onEmployee={(employee) => onSearch({ employee })}
          onDay={(date) => onSearch({ day: date, employee: undefined })}
        />
      )}
      {data && <PrintedVisits branch={branch} columns={columns} />}
      {moving.asking && <OutsideHoursDialog name={moving.asking.name} onYes={moving.asking.goOn} onClose={moving.stopAsking} />}
      {creating && setup && <CreateVisitDialog setup={setup} start={creating} onClose={() => setCreating(undefined)} />}
      {group && inGroup.length > 0 && (
        <GroupDialog
          visits={inGroup}
          editable={editable}
          onOpen={(visit: Visit) => onSearch({ visit: visit.id })}
          onAdd={({ date, time, employee, services }) =>
            setCreating({ date, time, employee: employee.id, services: services.map(({ id }) => id) })
          }
          onClose={() => setGroup(undefined)}
        />
      )}
      {search.visit !== undefined && (
        <VisitDialog
          key={search.visit}
          visit={search.visit}
          setup={setup}
          editable={editable}
          moving={moving}
          onClose={() => onSearch({ visit: undefined })}
        />
      )}
    </div>
  )
}

/** Whether anything could be booked at all. */
const isReady = ({ services, employees }: BranchSetup): boolean =>
  services.some(({ active }) => active) &&
  employees.some((employee) => employee.active && employee.services.length > 0 && employee.schedule.week.some((day) => day.length))
