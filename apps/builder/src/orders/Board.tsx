import type { Card, Column, OrderPlace, Pipeline } from '@voronka/api'
import clsx from 'clsx'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../app/use-narrow.ts'
import { useRights } from '../app/project-context.tsx'
import { Broken } from '../app/Broken.tsx'
import { useTasksLive } from '../tasks/index.ts'
import { Skeleton } from '../ui/index.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { BoardToolsContext, type BoardTools } from './board-tools.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { OrderFilter } from './filter.ts'
import { OrderTasks } from './OrderTasks.tsx'
import { isForbidden, isSamePlace, placeKey, placeName, stateOf } from './place.ts'
import { SystemBar, systemTargets } from './SystemBar.tsx'
import { stateColorClasses } from './state-colors.ts'
import { UnsortedButtons } from './UnsortedButtons.tsx'
import { useBoard } from './use-board.ts'
import { useCardKeys } from './use-card-keys.ts'

interface BoardProps {
  readonly pipelines: readonly Pipeline[]
  readonly pipeline: Pipeline
  readonly filter: OrderFilter
  /** System places and hidden columns are shown, too. */
  readonly hidden: boolean
  readonly editable: boolean
  readonly opened: number | undefined
  readonly selected: ReadonlySet<number>
  open(order: number): void
  toggle(order: number): void
  move(card: Card, to: OrderPlace | 'delete'): void
}

/** A pipeline as columns of cards: by mouse, finger and keyboard (crm-and-tasks, section 11.1). */
export function Board({ pipelines, pipeline, filter, hidden, editable, opened, selected, open, toggle, move }: BoardProps) {
  const { t } = useTranslation('orders')
  const { data: board, error, refetch, loadMore, loadingMore } = useBoard(pipeline.id, filter, hidden)
  const [dragged, setDragged] = useState<Card>()
  const [said, setSaid] = useState('')
  const [withTasks, setWithTasks] = useState<Card>()
  const { may } = useRights()
  useTasksLive()
  const narrow = useNarrow()

  const columns = useMemo(() => {
    if (!board) return []
    const states = board.columns.filter(({ at }) => hidden || !stateOf(pipelines, at)?.hidden)
    const unsorted = hidden || board.unsorted.count > 0 ? [board.unsorted] : []
    return [...unsorted, ...states, ...(hidden ? board.system : [])]
  }, [board, hidden, pipelines])

  const accepts = (card: Card, to: OrderPlace | 'delete') =>
    editable && (to === 'delete' || (!isSamePlace(card.at, to) && !isForbidden(pipelines, card.at, to)))
  const nameOf = (to: OrderPlace | 'delete') => (to === 'delete' ? t('move.delete') : placeName(t, pipelines, to))
  const keys = useCardKeys({
    columns,
    targets: [...columns.map(({ at }) => at), ...systemTargets.map(({ to }) => to).filter((to) => !isShown(columns, to))],
    editable,
    accepts,
    open,
    toggle,
    drop: move,
    announce: (what, card, to) => setSaid(t(`said.${what}`, { number: card.number, place: nameOf(to) })),
  })

  if (error && !board) return <Broken error={error} onRetry={() => void refetch()} />
  if (!board) return <BoardSkeleton columns={pipeline.states.length || 4} />

  const tools: BoardTools = {
    ...keys,
    editable,
    opened,
    open,
    selected,
    selecting: selected.size > 0,
    toggle,
    accepts,
    drop: move,
    setDragged,
    ...(may('tasks') && { showTasks: setWithTasks }),
  }
  const column = (each: Column) => (
    <BoardColumn
      key={placeKey(each.at)}
      column={each}
      pipeline={pipeline}
      title={placeName(t, pipelines, each.at)}
      color={colorOf(pipelines, each.at)}
      canAdd={'state' in each.at || each.at.place === 'unsorted'}
      loading={loadingMore !== undefined && isSamePlace(loadingMore, each.at)}
      onMore={() => loadMore(each.at)}
      menu={
        'state' in each.at ? (
          <ColumnMenu pipeline={pipeline} state={each.at.state} />
        ) : each.at.place === 'unsorted' && each.count > 0 && editable ? (
          <UnsortedButtons pipeline={pipeline} column={each} />
        ) : undefined
      }
    />
  )
  return (
    <BoardToolsContext value={tools}>
      <div className="relative h-full min-h-0">
        {narrow ? (
          <OneColumn columns={columns} pipelines={pipelines} render={column} />
        ) : (
          <div className="flex h-full gap-3 overflow-x-auto p-3">{columns.map(column)}</div>
        )}
        <SystemBar shown={dragged !== undefined || keys.picked !== undefined} />
        {withTasks && <OrderTasks card={withTasks} onClose={() => setWithTasks(undefined)} />}
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </BoardToolsContext>
  )
}

const isShown = (columns: readonly Column[], to: OrderPlace | 'delete'): boolean =>
  to !== 'delete' && columns.some(({ at }) => isSamePlace(at, to))

function colorOf(pipelines: readonly Pipeline[], at: OrderPlace): string {
  if ('state' in at) return stateColorClasses[stateOf(pipelines, at)?.color ?? 'grey']
  return { unsorted: 'bg-strong', success: 'bg-success', fail: 'bg-danger', archive: 'bg-faint' }[at.place]
}

/** On a telephone one column fills the screen; the tabs above it choose which. */
function OneColumn({
  columns,
  pipelines,
  render,
}: {
  readonly columns: readonly Column[]
  readonly pipelines: readonly Pipeline[]
  render(column: Column): React.ReactNode
}) {
  const { t } = useTranslation('orders')
  const [chosen, setChosen] = useState<string>()
  const shown = columns.find(({ at }) => placeKey(at) === chosen) ?? columns[0]
  if (!shown) return null
  return (
    <div className="flex h-full flex-col gap-2 p-2">
      <div role="tablist" aria-label={t('board.columns')} className="flex shrink-0 gap-1 overflow-x-auto pb-1">
        {columns.map(({ at, count }) => (
          <button
            key={placeKey(at)}
            type="button"
            role="tab"
            aria-selected={at === shown.at}
            onClick={() => setChosen(placeKey(at))}
            className={clsx(
              'flex h-9 shrink-0 items-center gap-1.5 rounded-md border px-3 text-sm whitespace-nowrap',
              at === shown.at ? 'border-accent bg-accent-soft text-accent' : 'border-line bg-surface text-muted',
            )}
          >
            {placeName(t, pipelines, at)}
            <span className="text-xs tabular-nums">{count}</span>
          </button>
        ))}
      </div>
      <div className="min-h-0 flex-1">{render(shown)}</div>
    </div>
  )
}

function BoardSkeleton({ columns }: { readonly columns: number }) {
  const { t } = useTranslation('app')
  return (
    <div className="flex h-full gap-3 overflow-hidden p-3" aria-busy aria-label={t('ui.loading')}>
      {Array.from({ length: Math.min(columns, 6) }, (_, index) => (
        <div key={index} className="flex w-full shrink-0 flex-col gap-2 rounded-md border border-line bg-sunken p-2 sm:w-72">
          <Skeleton className="h-9" />
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      ))}
    </div>
  )
}
