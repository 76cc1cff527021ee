import { getWorkCallbacks, setWorkCallbacks } from '@voronka/api'
import type { WorkCallbacks as Callbacks } from '@voronka/api'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Skeleton, Switch, toast } from '../ui/index.ts'

const workCallbacksQuery = (projectId: number) =>
  queryOptions({ queryKey: ['work-callbacks', projectId], queryFn: ({ signal }) => call(getWorkCallbacks, { projectId }, { signal }) })

/** Which changes of tasks, lists and labels the funnel hears of (crm-and-tasks, sections 7 and 8). */
export function WorkCallbacks() {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const { data: callbacks, error, refetch } = useQuery(workCallbacksQuery(projectId))
  const change = useSetWorkCallbacks()
  if (error && !callbacks) return <NotLoaded onRetry={() => void refetch()} />
  if (!callbacks) return <Skeleton className="h-40" />
  const { tasks } = callbacks
  return (
    <div className="flex flex-col gap-4">
      {taskEvents.map(({ name, text }) => (
        <Switch
          key={name}
          label={t(`work.${name}`)}
          hint={text}
          checked={tasks[name]}
          onChange={(on) => change.mutate({ ...callbacks, tasks: { ...tasks, [name]: on } })}
        />
      ))}
      <Switch
        label={t('work.lists')}
        hint="list_added <id>, list_removed <id>"
        checked={callbacks.lists}
        onChange={(lists) => change.mutate({ ...callbacks, lists })}
      />
      <Switch
        label={t('work.labels')}
        hint="label_added <name>, label_removed <name>"
        checked={callbacks.labels}
        onChange={(labels) => change.mutate({ ...callbacks, labels })}
      />
    </div>
  )
}

const taskEvents = [
  { name: 'created', text: 'new_task_added_callback task_id:<id>, task_name:<name>' },
  { name: 'edited', text: 'edit_task_callback task_id:<id>, task_name:<name>' },
  { name: 'done', text: 'done_task_callback task_id:<id>, task_name:<name>' },
  { name: 'deleted', text: 'delete_task_callback task_id:<id>, task_name:<name>' },
] as const

/** Shown at once; taken back when the server refuses. */
function useSetWorkCallbacks() {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { queryKey } = workCallbacksQuery(projectId)
  return useMutation({
    // One after the other: each carries all switches.
    scope: { id: `work-callbacks ${projectId}` },
    mutationFn: (callbacks: Callbacks) => call(setWorkCallbacks, { projectId, ...callbacks }),
    onMutate: async (callbacks) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, callbacks)
    },
    onError: () => toast.error(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
