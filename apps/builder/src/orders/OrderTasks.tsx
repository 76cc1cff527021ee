import type { Card, TaskInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { TaskCard, TaskDialog, tasksQuery, useTaskActions } from '../tasks/index.ts'
import { Button, Dialog, Skeleton } from '../ui/index.ts'

/** The tasks of an order: those that are open, each to be completed or changed, and a new one. */
export function OrderTasks({ card, onClose }: { readonly card: Card; onClose(): void }) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const { data } = useQuery(tasksQuery(projectId, { order: card.number, status: 'open' }))
  const actions = useTaskActions()
  const [dialog, setDialog] = useState<TaskInfo | 'new'>()
  const editable = rights.may('tasks', 'edit')
  if (dialog) {
    return (
      <TaskDialog
        task={dialog === 'new' ? undefined : dialog}
        start={{ client: { id: card.client.id, name: card.client.name }, order: card.number }}
        editable={editable && (dialog === 'new' || !dialog.overdue || rights.has('tasks.editOverdue'))}
        onClose={() => setDialog(undefined)}
      />
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tasks.title', { number: card.number })}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.close')}</Button>
          {editable && (
            <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setDialog('new')}>
              {t('tasks.add')}
            </Button>
          )}
        </>
      }
    >
      {!data ? (
        <Skeleton className="h-24" />
      ) : !data.tasks.length ? (
        <p className="text-sm text-faint">{t('tasks.none')}</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {data.tasks.map((task) => (
            <li key={task.number}>
              <TaskCard task={task} editable={editable} onOpen={() => setDialog(task)} onTick={() => actions.toggle(task)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
