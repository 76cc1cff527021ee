import type { TaskColumn, TaskInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowRightLeft, Ellipsis, Plus, Settings2, SquareKanban } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, IconButton, Menu } from '../ui/index.ts'
import { columnColors } from './column-colors.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { TaskCard } from './TaskCard.tsx'
import { columnsQuery } from './tasks.queries.ts'
import { draggable, dragType } from './WeekCalendar.tsx'
import type { ViewProps } from './view-props.ts'

/** Tasks in columns of one's own. A card is dragged, or moved with its menu. */
export function TaskBoard(props: ViewProps) {
  const { t } = useTranslation('tasks')
  const { id: projectId } = useProject()
  const { data: columns } = useQuery(columnsQuery(projectId))
  const [setup, setSetup] = useState(false)
  const { tasks, editable } = props
  if (!columns) return null
  const loose = tasks.filter(({ column, status }) => column === null && status === 'open')
  return (
    <div className="flex h-full flex-col">
      {columns.length === 0 ? (
        <EmptyState icon={<SquareKanban size={32} />} title={t('columns.none')} about={t('columns.noneAbout')}>
          {editable && (
            <Button look="primary" onClick={() => setSetup(true)}>
              {t('columns.first')}
            </Button>
          )}
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto p-3">
          <Column {...props} columns={columns} column={null} tasks={loose} />
          {columns.map((column) => (
            <Column
              key={column.number}
              {...props}
              columns={columns}
              column={column}
              tasks={tasks.filter((task) => task.column === column.number)}
            />
          ))}
          {editable && <IconButton label={t('columns.setup')} icon={<Settings2 size={16} />} onClick={() => setSetup(true)} />}
        </div>
      )}
      {setup && <ColumnsDialog columns={columns} onClose={() => setSetup(false)} />}
    </div>
  )
}

interface ColumnProps extends ViewProps {
  readonly columns: readonly TaskColumn[]
  /** null: the tasks that are in none. */
  readonly column: TaskColumn | null
}

function Column({ columns, column, tasks, editable, onOpen, onTick, onAdd, onMove }: ColumnProps) {
  const { t } = useTranslation('tasks')
  const [over, setOver] = useState(false)
  const name = column?.name ?? t('noColumn')
  const sorted = tasks.toSorted(
    (one, other) => Number(one.status === 'done') - Number(other.status === 'done') || one.position - other.position,
  )
  const moves = (task: TaskInfo) =>
    [{ number: null, name: t('noColumn') }, ...columns]
      .filter(({ number }) => number !== task.column)
      .map(({ number, name: label }) => ({
        label,
        icon: <ArrowRightLeft size={14} />,
        onSelect: () => onMove(task.number, { column: number }),
      }))
  return (
    <section
      aria-label={name}
      className={clsx(
        'flex w-72 shrink-0 flex-col overflow-hidden rounded-md border',
        over ? 'border-accent bg-accent-soft' : 'border-line bg-sunken',
      )}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const number = Number(event.dataTransfer.getData(dragType))
        if (number) onMove(number, { column: column?.number ?? null })
      }}
    >
      <div aria-hidden className={clsx('h-1', column ? columnColors[column.color] : 'bg-strong')} />
      <header className="flex items-center gap-1 py-1.5 pr-1 pl-3">
        <h2 className="min-w-0 flex-1 truncate text-sm font-medium">{name}</h2>
        <span className="text-xs text-muted tabular-nums">{tasks.length}</span>
        {editable && (
          <IconButton
            small
            label={t('add.in', { name })}
            icon={<Plus size={16} />}
            onClick={() => onAdd(column ? { column: column.number } : {})}
          />
        )}
      </header>
      <ul className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-2 pb-2">
        {sorted.map((task) => (
          <li key={task.number} className="relative">
            <TaskCard
              task={task}
              editable={editable}
              className="pr-7"
              onOpen={() => onOpen(task)}
              onTick={() => onTick(task)}
              {...draggable(task, editable)}
            />
            {editable && (
              <span className="absolute top-1 right-1">
                <Menu
                  align="end"
                  trigger={<IconButton small label={t('card.move', { title: task.title })} icon={<Ellipsis size={14} />} />}
                  items={moves(task)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
