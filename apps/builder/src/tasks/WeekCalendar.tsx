import type { TaskInfo } from '@voronka/api'
import clsx from 'clsx'
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { Button, IconButton } from '../ui/index.ts'
import { addDays, dayText, today, weekOf } from './days.ts'
import { TaskCard } from './TaskCard.tsx'
import type { ViewProps } from './view-props.ts'

interface WeekCalendarProps extends ViewProps {
  /** Any day of the week that is shown. */
  readonly day: string
  onDay(day: string): void
}

/** A week of tasks, day beside day; on a telephone one below the other. A task is dragged to another day. */
export function WeekCalendar({ tasks, day, editable, onDay, onOpen, onTick, onAdd, onMove }: WeekCalendarProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const days = weekOf(day)
  const now = today()
  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 items-center gap-1 px-3 pt-3">
        <IconButton label={t('week.previous')} icon={<ChevronLeft size={16} />} onClick={() => onDay(addDays(day, -7))} />
        <IconButton label={t('week.next')} icon={<ChevronRight size={16} />} onClick={() => onDay(addDays(day, 7))} />
        <Button small look="quiet" disabled={days.includes(now)} onClick={() => onDay(now)}>
          {t('week.today')}
        </Button>
        <h2 className="ml-2 truncate text-sm font-medium">
          {dayText(days[0] ?? day, language)} – {dayText(days[6] ?? day, language)}
        </h2>
      </div>
      <div className="grid min-h-0 flex-1 auto-rows-max grid-cols-1 gap-px overflow-auto p-3 md:grid-cols-7 md:grid-rows-[minmax(min-content,1fr)]">
        {days.map((each) => (
          <Day
            key={each}
            day={each}
            isToday={each === now}
            tasks={tasks.filter(({ date }) => date === each)}
            editable={editable}
            onOpen={onOpen}
            onTick={onTick}
            onAdd={onAdd}
            onMove={onMove}
          />
        ))}
      </div>
    </div>
  )
}

interface DayProps extends ViewProps {
  readonly day: string
  readonly isToday: boolean
}

function Day({ day, isToday, tasks, editable, onOpen, onTick, onAdd, onMove }: DayProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  return (
    <section
      aria-label={dayText(day, language, 'long')}
      className={clsx('flex min-h-24 min-w-0 flex-col border border-line', isToday ? 'bg-accent-soft' : 'bg-sunken')}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
      }}
      onDrop={(event) => {
        const number = Number(event.dataTransfer.getData(dragType))
        if (number) onMove(number, { date: day })
      }}
    >
      <header className="flex items-center justify-between pl-2">
        <h3 className={clsx('text-xs', isToday ? 'font-semibold text-accent' : 'text-muted')}>{dayText(day, language)}</h3>
        {editable && (
          <IconButton
            small
            label={t('add.on', { day: dayText(day, language, 'long') })}
            icon={<Plus size={14} />}
            onClick={() => onAdd({ date: day })}
          />
        )}
      </header>
      <ul className="flex flex-col gap-1 p-1">
        {byTime(tasks).map((task) => (
          <li key={task.number}>
            <TaskCard
              task={task}
              withoutDay
              editable={editable}
              onOpen={() => onOpen(task)}
              onTick={() => onTick(task)}
              {...draggable(task, editable)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Our own drags between days and columns. */
export const dragType = 'application/x-voronka-task'

export const draggable = (task: TaskInfo, enabled: boolean) => ({
  draggable: enabled,
  onDragStart: (event: React.DragEvent) => event.dataTransfer.setData(dragType, String(task.number)),
})

/** Open before done, those with an hour in its order, whole days after them. */
export const byTime = (tasks: readonly TaskInfo[]): TaskInfo[] =>
  tasks.toSorted(
    (one, other) =>
      Number(one.status === 'done') - Number(other.status === 'done') ||
      (one.time ?? '99').localeCompare(other.time ?? '99') ||
      one.number - other.number,
  )
