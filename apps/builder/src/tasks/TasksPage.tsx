import type { TaskInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { recall, remember } from '../app/device-memory.ts'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery } from '../crm/index.ts'
import { Button, Dialog, Segments, Select, Skeleton } from '../ui/index.ts'
import { startOfWeek, addDays, today } from './days.ts'
import { MyDay } from './MyDay.tsx'
import { TaskBoard } from './TaskBoard.tsx'
import { TaskDialog, type TaskStart } from './TaskDialog.tsx'
import { TaskList } from './TaskList.tsx'
import { taskQuery, tasksQuery, type TasksFilter } from './tasks.queries.ts'
import { taskViews, type TasksSearch, type TaskView } from './tasks-search.ts'
import { useTaskActions } from './use-task-actions.ts'
import { useTasksLive } from './use-tasks-live.ts'
import { WeekCalendar } from './WeekCalendar.tsx'

/** The view that was chosen last is shown again (crm-and-tasks, section 8). */
const viewKey = 'voronka.tasks.view'
const rememberedView = (): TaskView => taskViews.find((view) => view === recall(viewKey)) ?? 'week'

/** Tasks as a day, a week, a list or a board. */
export function TasksPage() {
  const { t } = useTranslation('tasks')
  const { id: projectId, rights } = useProject()
  const navigate = useNavigate({ from: '/p/$projectId/tasks' })
  const search = useSearch({ from: '/p/$projectId/tasks' })
  const [dialog, setDialog] = useState<{ task?: TaskInfo; start?: TaskStart }>()
  const actions = useTaskActions()
  useTasksLive()
  const view = search.view ?? rememberedView()
  const day = search.day ?? today()
  const editable = rights.may('tasks', 'edit')
  const { data, error, refetch } = useQuery({
    ...tasksQuery(projectId, filterFor(view, day, search.whose)),
    placeholderData: (former) => former,
  })
  const setSearch = (fields: Partial<TasksSearch>) => void navigate({ search: (former) => ({ ...former, ...fields }), replace: true })
  const choose = (chosen: TaskView) => {
    remember(viewKey, chosen)
    setSearch({ view: chosen })
  }
  const tasks = data?.tasks ?? []
  const views = {
    tasks,
    editable,
    onOpen: (task: TaskInfo) => setDialog({ task }),
    onTick: actions.toggle,
    onAdd: (start: TaskStart) => setDialog({ start }),
    onMove: (number: number, to: { readonly date?: string; readonly column?: number | null }) => {
      const task = tasks.find((each) => each.number === number)
      if (task) actions.change(task, to)
    },
  }
  return (
    <main className="flex h-full min-h-0 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
        <div className="w-full sm:w-96">
          <Segments
            label={t('views.label')}
            labelHidden
            value={view}
            options={taskViews.map((value) => ({ value, text: t(`views.${value}`) }))}
            onChange={choose}
          />
        </div>
        {view !== 'day' && <Whose value={search.whose} onChange={(whose) => setSearch({ whose })} />}
        <span className="flex-1" />
        {editable && (
          <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setDialog({ start: {} })}>
            {t('add.button')}
          </Button>
        )}
      </div>
      <div className="min-h-0 flex-1">
        {error && !data ? (
          <Broken error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <div className="flex flex-col gap-2 p-4" aria-busy>
            <Skeleton className="h-12" />
            <Skeleton className="h-12" />
            <Skeleton className="h-12" />
          </div>
        ) : view === 'week' ? (
          <WeekCalendar {...views} day={day} onDay={(next) => setSearch({ day: next })} />
        ) : view === 'board' ? (
          <TaskBoard {...views} />
        ) : view === 'day' ? (
          <MyDay {...views} />
        ) : (
          <TaskList {...views} />
        )}
      </div>
      {data?.more && <p className="shrink-0 border-t border-line bg-surface px-3 py-1 text-xs text-muted">{t('more')}</p>}
      {search.task !== undefined && <LinkedTask task={search.task} onClose={() => setSearch({ task: undefined })} />}
      {dialog && (
        <TaskDialog
          task={dialog.task}
          start={dialog.start}
          editable={editable && (!dialog.task?.overdue || rights.has('tasks.editOverdue'))}
          onClose={() => setDialog(undefined)}
        />
      )}
    </main>
  )
}

/** A task that a link names, whatever the view shows. */
function LinkedTask({ task: number, onClose }: { readonly task: number; onClose(): void }) {
  const { t } = useTranslation('tasks')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const { data: task, error } = useQuery(taskQuery(projectId, number))
  if (task) {
    const editable = rights.may('tasks', 'edit') && (!task.overdue || rights.has('tasks.editOverdue'))
    return <TaskDialog task={task} editable={editable} onClose={onClose} />
  }
  if (!error) return null
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('gone.title')}
      about={t('gone.about')}
      actions={<Button onClick={onClose}>{say('ui.close')}</Button>}
    >
      {null}
    </Dialog>
  )
}

/** What a view has to ask for: a week its seven days, the day everything of mine up to today. */
function filterFor(view: TaskView, day: string, whose: string | undefined): TasksFilter {
  if (view === 'day') return { responsible: 'me', to: today() }
  const responsible = whose === 'me' || whose === 'free' ? whose : whose ? Number(whose) : undefined
  if (view === 'week') return { responsible, from: startOfWeek(day), to: addDays(startOfWeek(day), 6) }
  return { responsible, ...(view === 'list' && { status: 'open' }) }
}

function Whose({ value, onChange }: { readonly value: string | undefined; onChange(whose: string | undefined): void }) {
  const { t } = useTranslation('tasks')
  const { id: projectId, rights } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const others = rights.has('tasks.seeOthers')
  return (
    <div className="w-44">
      <Select
        label={t('whose.label')}
        labelHidden
        value={value ?? ''}
        options={[
          { value: '', label: t('whose.all') },
          { value: 'me', label: t('whose.me') },
          { value: 'free', label: t('free') },
          ...(others ? operators.map(({ account, name }) => ({ value: String(account), label: name })) : []),
        ]}
        onChange={(whose) => onChange(whose || undefined)}
      />
    </div>
  )
}
