import type { ClientCard, TaskInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { TaskCard, TaskDialog, tasksQuery, useTaskActions, useTasksLive } from '../tasks/index.ts'
import { Button, Skeleton } from '../ui/index.ts'

/** Tasks about a client. */
export function ClientTasks({ client }: { readonly client: ClientCard }) {
  const { t } = useTranslation('clients')
  const { id: projectId, rights } = useProject()
  const { data } = useQuery(tasksQuery(projectId, { client: client.id }))
  const actions = useTaskActions()
  const [dialog, setDialog] = useState<TaskInfo | 'new'>()
  useTasksLive()
  const editable = rights.may('tasks', 'edit')
  return (
    <div className="flex flex-col gap-2">
      {!data ? (
        <Skeleton className="h-24" />
      ) : (
        <ul className="flex flex-col gap-1.5">
          {data.tasks.map((task) => (
            <li key={task.number}>
              <TaskCard task={task} editable={editable} onOpen={() => setDialog(task)} onTick={() => actions.toggle(task)} />
            </li>
          ))}
          {!data.tasks.length && <li className="text-sm text-faint">{t('tasks.none')}</li>}
        </ul>
      )}
      {editable && (
        <Button small className="self-start" icon={<Plus size={14} aria-hidden />} onClick={() => setDialog('new')}>
          {t('tasks.add')}
        </Button>
      )}
      {dialog && (
        <TaskDialog
          task={dialog === 'new' ? undefined : dialog}
          start={{ client: { id: client.id, name: client.name }, ...(client.order !== null && { order: client.order }) }}
          editable={editable}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}
