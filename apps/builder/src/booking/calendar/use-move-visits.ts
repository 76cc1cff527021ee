import { changeVisit } from '@voronka/api'
import type { Calendar, Visit } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api-error.ts'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { toast } from '../../ui/index.ts'
import { calendarsKey } from '../booking.queries.ts'
import { useVisitFailure } from './use-visit-failure.ts'
import { minutesOf, timeOf } from './clock.ts'

export interface MoveTo {
  readonly date?: string
  readonly time?: string
  readonly duration?: number
  readonly employee?: { readonly id: number; readonly name: string }
  /** Nobody works then as far as the page knows: the person is asked first. */
  readonly outside: boolean
}

interface Move {
  readonly visits: readonly Visit[]
  readonly to: MoveTo
  readonly allowed: boolean
  /** It takes back another move: nothing is asked, and no further way back is offered. */
  readonly back?: true
}

/** Moves and stretches visits: seen at once, put back with the reason when the server refuses. */
export function useMoveVisits(branch: number) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useVisitFailure()
  const [asked, setAsked] = useState<Move>()
  const calendars = { queryKey: calendarsKey(projectId, branch) }

  const mutation = useMutation({
    async mutationFn({ visits, to, allowed }: Move) {
      const moved: Visit[] = []
      const { date, time, duration, employee } = to
      for (const { id, version } of visits) {
        // One after the other: participants of a group take their seats in turn.
        moved.push(
          await call(changeVisit, {
            projectId,
            visit: id,
            version,
            date,
            time,
            duration,
            employee: employee?.id,
            allowOutsideHours: allowed,
          }),
        )
      }
      return moved
    },
    async onMutate({ visits, to }) {
      await queries.cancelQueries(calendars)
      const former = queries.getQueriesData<Calendar>(calendars)
      const ids = new Set(visits.map(({ id }) => id))
      queries.setQueriesData<Calendar>(
        calendars,
        (calendar) =>
          calendar && { ...calendar, visits: calendar.visits.map((visit) => (ids.has(visit.id) ? movedVisit(visit, to) : visit)) },
      )
      return former
    },
    onError(error, move, former) {
      for (const [key, data] of former ?? []) queries.setQueryData(key, data)
      if (error instanceof ApiError && error.code === 'outside-hours' && !move.allowed) setAsked(move)
      else toast.error(t('conflict.back', { why: failureText(error) }))
    },
    onSuccess(moved, { visits, back }) {
      const [first] = moved
      if (!first || back) return
      const { time, until, employee } = first
      const stretched = first.duration !== visits[0]?.duration
      toast(t(stretched ? 'visit.stretched' : 'visit.moved', { time, until, name: employee.name }), {
        action: { label: say('ui.undo'), onClick: () => takeBack(moved, visits) },
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['booking', projectId] }),
  })
  const takeBack = (moved: readonly Visit[], former: readonly Visit[]) => {
    const [was] = former
    if (!was) return
    const { date, time, duration, employee } = was
    mutation.mutate({ visits: moved, to: { date, time, duration, employee, outside: false }, allowed: true, back: true })
  }

  return {
    move(visits: readonly Visit[], to: MoveTo): void {
      if (to.outside) setAsked({ visits, to, allowed: false })
      else mutation.mutate({ visits, to, allowed: false })
    },
    /** A question that waits: may it be outside of working hours? */
    asking: asked && {
      name: asked.to.employee?.name ?? asked.visits[0]?.employee.name ?? '',
      goOn: () => {
        setAsked(undefined)
        mutation.mutate({ ...asked, allowed: true })
      },
    },
    stopAsking: () => setAsked(undefined),
  }
}

export type Moving = ReturnType<typeof useMoveVisits>

/** How the visit will look, before the server has said so. */
function movedVisit(visit: Visit, { date, time, duration, employee, outside }: MoveTo): Visit {
  const next = {
    ...visit,
    date: date ?? visit.date,
    time: time ?? visit.time,
    duration: duration ?? visit.duration,
    employee: employee ?? visit.employee,
  }
  return { ...next, until: timeOf(minutesOf(next.time) + next.duration), outsideHours: outside }
}
