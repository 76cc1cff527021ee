import { createTask, deleteTask, updateTask } from '@voronka/api'
import type { listTasks, TaskInfo } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'

export type TaskFields = Omit<NonNullable<(typeof updateTask)['input']>, 'projectId' | 'task' | 'revision'>
export type NewTask = Omit<NonNullable<(typeof createTask)['input']>, 'projectId'>

type Listed = ReturnType<typeof listTasks.output.parse>

/** What is done with tasks: seen at once, taken back and explained when the server refuses. */
export function useTaskActions() {
  const { t } = useTranslation('tasks')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const lists = { queryKey: ['tasks', projectId, 'list'] }
  const reload = () => queries.invalidateQueries({ queryKey: ['tasks', projectId] })

  const failed = (error: unknown) => {
    if (!(error instanceof ApiError)) return toast.error(t('failed'))
    if (error.code === 'outdated') return toast.error(t('outdated'))
    if (error.status === 403) return toast.error(t('notAllowed'))
    return toast.error(error.code === 'offline' ? say('errors.offline') : t('failed'))
  }

  const change = useMutation({
    mutationFn: ({ task, fields }: { task: TaskInfo; fields: TaskFields }) =>
      call(updateTask, { projectId, task: task.number, revision: task.revision, ...fields }),
    onMutate: async ({ task, fields }) => {
      await queries.cancelQueries(lists)
      const { responsible: _, client: __, ...plain } = fields
      queries.setQueriesData<Listed>(
        lists,
        (list) => list && { ...list, tasks: list.tasks.map((each) => (each.number === task.number ? { ...each, ...plain } : each)) },
      )
    },
    onError: failed,
    onSettled: reload,
  })

  const create = useMutation({
    mutationFn: (task: NewTask) => call(createTask, { projectId, ...task }),
    onError: failed,
    onSettled: reload,
  })

  const again = ({ title, description, date, time, priority, responsible, client, order, column, attachments }: TaskInfo): NewTask => ({
    title,
    description,
    date,
    time,
    priority,
    responsible: responsible?.account ?? null,
    client: client?.id ?? null,
    order,
    column,
    attachments: attachments.map(({ url, name }) => ({ url, name })),
  })

  const remove = useMutation({
    mutationFn: (task: TaskInfo) => call(deleteTask, { projectId, task: task.number }),
    onMutate: async (task) => {
      await queries.cancelQueries(lists)
      queries.setQueriesData<Listed>(lists, (list) => list && { ...list, tasks: list.tasks.filter(({ number }) => number !== task.number) })
    },
    onSuccess: (_done, task) =>
      toast(t('deleted', { title: task.title }), {
        duration: 10_000,
        action: { label: say('ui.undo'), onClick: () => create.mutate(again(task)) },
      }),
    onError: failed,
    onSettled: reload,
  })

  return {
    change: (task: TaskInfo, fields: TaskFields) => change.mutate({ task, fields }),
    toggle: (task: TaskInfo) => change.mutate({ task, fields: { status: task.status === 'done' ? 'open' : 'done' } }),
    create,
    save: change,
    remove: (task: TaskInfo) => remove.mutate(task),
  }
}
