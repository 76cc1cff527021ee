import { setSchedule } from '@voronka/api'
import type { Employee, Interval, Schedule } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, Dialog, Segments } from '../../ui/index.ts'
import { useSetupChange } from '../use-setup-change.ts'
import { Breaks } from './Breaks.tsx'
import { Exceptions } from './Exceptions.tsx'
import { isGoodDay } from './schedule.ts'
import { WeekHours } from './WeekHours.tsx'

/** When an employee works: the week with its breaks, and the days that are otherwise. */
export function ScheduleDialog({ employee, onClose }: { readonly employee: Employee; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [view, setView] = useState<'week' | 'exceptions'>('week')
  const [schedule, setFields] = useState<Schedule>(employee.schedule)
  const change = useSetupChange()
  const good = schedule.week.every(isGoodDay) && schedule.breaks.every(({ from, to }) => from < to)
  const save = () => change.mutate(() => call(setSchedule, { projectId, employee: employee.id, ...schedule }), { onSuccess: onClose })
  const setWeek = (week: Interval[][]) => setFields((former) => ({ ...former, week }))
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('schedule.of', { name: employee.name })}
      about={t('schedule.about')}
      actions={
        <>
          <Button onClick={onClose}>{say(view === 'week' ? 'ui.cancel' : 'ui.close')}</Button>
          {view === 'week' && (
            <Button look="primary" busy={change.isPending} disabled={!good} onClick={save}>
              {t('save')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <Segments
          label={t('schedule.short')}
          labelHidden
          value={view}
          options={[
            { value: 'week', text: t('schedule.week') },
            { value: 'exceptions', text: t('schedule.exceptions') },
          ]}
          onChange={setView}
        />
        {view === 'week' ? (
          <>
            <WeekHours week={schedule.week} onChange={setWeek} />
            <Breaks breaks={schedule.breaks} onChange={(breaks) => setFields((former) => ({ ...former, breaks }))} />
          </>
        ) : (
          <Exceptions employee={employee} />
        )}
      </div>
    </Dialog>
  )
}
