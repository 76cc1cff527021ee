/** What the screens of tasks ask of the server, each with the key under which it is remembered. */
import { countTasks, getTask, listTaskColumns, listTasks } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

export type TasksFilter = Omit<NonNullable<(typeof listTasks)['input']>, 'projectId'>

export const tasksQuery = (projectId: number, filter: TasksFilter) =>
  queryOptions({
    queryKey: ['tasks', projectId, 'list', filter],
    queryFn: ({ signal }) => call(listTasks, { projectId, ...filter }, { signal }),
  })

/** Not remembered: what is changed has to be the latest. */
export const taskQuery = (projectId: number, task: number) =>
  queryOptions({
    queryKey: ['tasks', projectId, 'one', task],
    queryFn: ({ signal }) => call(getTask, { projectId, task }, { signal }),
    gcTime: 0,
  })

export const columnsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['tasks', projectId, 'columns'],
    queryFn: ({ signal }) => call(listTaskColumns, { projectId }, { signal }).then(({ columns }) => columns),
  })

export const countsQuery = (projectId: number) =>
  queryOptions({ queryKey: ['tasks', projectId, 'counts'], queryFn: ({ signal }) => call(countTasks, { projectId }, { signal }) })
