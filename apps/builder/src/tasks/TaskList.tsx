import { useQuery } from '@tanstack/react-query'
import { ListTodo } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { EmptyState } from '../ui/index.ts'
import { TaskCard } from './TaskCard.tsx'
import { columnsQuery } from './tasks.queries.ts'
import type { ViewProps } from './view-props.ts'

/** All tasks, grouped by the columns of the board (crm-and-tasks, section 8). */
export function TaskList({ tasks, editable, onOpen, onTick }: ViewProps) {
  const { t } = useTranslation('tasks')
  const { id: projectId } = useProject()
  const { data: columns = [] } = useQuery(columnsQuery(projectId))
  const groups = [...columns.map(({ number, name }) => ({ key: number, name })), { key: null, name: t('noColumn') }]
    .map((group) => ({ ...group, tasks: tasks.filter(({ column }) => column === group.key) }))
    .filter((group) => group.tasks.length > 0)
  if (!groups.length) return <EmptyState icon={<ListTodo size={32} />} title={t('empty.title')} about={t('empty.about')} />
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-200 flex-col gap-5 p-3 sm:p-5">
        {groups.map((group) => (
          <section key={group.key ?? 'none'} aria-label={group.name}>
            <h2 className="mb-2 flex items-baseline gap-2 text-sm font-medium">
              {group.name}
              <span className="text-xs font-normal text-faint">{group.tasks.length}</span>
            </h2>
            <ul className="flex flex-col gap-1.5">
              {group.tasks.map((task) => (
                <li key={task.number}>
                  <TaskCard task={task} editable={editable} onOpen={() => onOpen(task)} onTick={() => onTick(task)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
