import type { TaskInfo } from '@voronka/api'
import { Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, EmptyState } from '../ui/index.ts'
import { today } from './days.ts'
import { TaskCard } from './TaskCard.tsx'
import { byTime } from './WeekCalendar.tsx'
import type { ViewProps } from './view-props.ts'

/** What is to be done today, what should have been done before, and what was done. */
export function MyDay({ tasks, editable, onOpen, onTick, onAdd }: ViewProps) {
  const { t } = useTranslation('tasks')
  const day = today()
  const open = tasks.filter(({ status }) => status === 'open')
  const groups = [
    { name: 'overdue', tasks: open.filter(({ overdue, date }) => overdue || date < day) },
    { name: 'today', tasks: open.filter(({ overdue, date }) => !overdue && date === day) },
    { name: 'done', tasks: tasks.filter(({ status, date }) => status === 'done' && date === day) },
  ] as const satisfies readonly { name: string; tasks: TaskInfo[] }[]
  if (groups.every((group) => !group.tasks.length)) {
    return (
      <EmptyState icon={<Sun size={32} />} title={t('day.none')} about={t('day.noneAbout')}>
        {editable && (
          <Button look="primary" onClick={() => onAdd({ date: day })}>
            {t('add.button')}
          </Button>
        )}
      </EmptyState>
    )
  }
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-160 flex-col gap-5 p-3 sm:p-5">
        {groups.map(
          (group) =>
            group.tasks.length > 0 && (
              <section key={group.name} aria-label={t(`day.${group.name}`)}>
                <h2 className="mb-2 text-sm font-medium">
                  {t(`day.${group.name}`)} <span className="text-xs font-normal text-faint">{group.tasks.length}</span>
                </h2>
                <ul className="flex flex-col gap-1.5">
                  {byTime(group.tasks).map((task) => (
                    <li key={task.number}>
                      <TaskCard
                        task={task}
                        withoutDay={group.name !== 'overdue'}
                        editable={editable}
                        onOpen={() => onOpen(task)}
                        onTick={() => onTick(task)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </div>
  )
}
