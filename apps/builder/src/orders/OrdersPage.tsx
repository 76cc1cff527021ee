import { restoreOrder } from '@voronka/api'
import type { Card, Order, OrderPlace, Pipeline } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Eye, EyeOff, KanbanSquare, Plus, Settings2, SlidersHorizontal, TableProperties } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, IconButton, Select, SearchField, Skeleton, toast } from '../ui/index.ts'
import { Board } from './Board.tsx'
import { CreateOrderDialog } from './CreateOrderDialog.tsx'
import { countConditions, filterOf, withoutFilter, type OrdersSearch } from './filter.ts'
import { FilterDialog } from './FilterDialog.tsx'
import { MassBar } from './MassBar.tsx'
import { OrderPanel } from './OrderPanel.tsx'
import { OrdersTable } from './OrdersTable.tsx'
import { usePipelineSetup } from './pipeline-setup.ts'
import { PipelineSetup } from './PipelineSetup.tsx'
import { asksReason } from './place.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { SavedViews } from './SavedViews.tsx'
import { useFailureText } from './use-failure-text.ts'
import { useMoveOrder, type Move } from './use-board.ts'
import { usePipelines } from './use-pipelines.ts'

/** Orders on a board or as a list, with one of them open beside it. */
export function OrdersPage() {
  const { t } = useTranslation('orders')
  const { rights } = useProject()
  const { data: pipelines, error, refetch } = usePipelines()
  const search = useSearch({ from: '/p/$projectId/orders' })
  const openSetup = usePipelineSetup(({ open }) => open)
  const setSearch = useSetSearch()
  if (error && !pipelines) return <Broken error={error} onRetry={() => void refetch()} />
  if (!pipelines) return <Loading />
  const pipeline = pipelines.find(({ id }) => id === search.pipeline) ?? pipelines[0]
  const choose = (id: number) => setSearch({ pipeline: id, states: undefined, page: undefined })
  return (
    <main className="h-full min-h-0">
      <h1 className="sr-only">{t('title')}</h1>
      {pipeline ? (
        <OpenPipeline key={pipeline.id} pipeline={pipeline} pipelines={pipelines} search={search} setSearch={setSearch} />
      ) : (
        <EmptyState
          icon={<KanbanSquare size={32} />}
          title={t('none.title')}
          about={t(rights.may('settings', 'edit') ? 'none.about' : 'none.aboutOthers')}
        >
          {rights.may('settings', 'edit') && (
            <Button look="primary" onClick={() => openSetup({})}>
              {t('setup.new')}
            </Button>
          )}
        </EmptyState>
      )}
      <PipelineSetup pipelines={pipelines} onChosen={choose} />
    </main>
  )
}

function useSetSearch() {
  const navigate = useNavigate({ from: '/p/$projectId/orders' })
  // An order that was opened can be gone back from; a filter that is being written would fill the history.
  return (fields: Partial<OrdersSearch>) => void navigate({ search: (former) => ({ ...former, ...fields }), replace: !('order' in fields) })
}

interface OpenPipelineProps {
  readonly pipeline: Pipeline
  readonly pipelines: readonly Pipeline[]
  readonly search: OrdersSearch
  setSearch(fields: Partial<OrdersSearch>): void
}

function OpenPipeline({ pipeline, pipelines, search, setSearch }: OpenPipelineProps) {
  const { t } = useTranslation('orders')
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const moveOrder = useMoveOrder()
  const editable = rights.may('orders', 'edit')
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [hidden, setHidden] = useState(false)
  const [dialog, setDialog] = useState<'create' | 'filter'>()
  const [asked, setAsked] = useState<Move>()
  const list = search.view === 'list'

  const move = (card: Pick<Card, 'number' | 'at' | 'name'>, to: OrderPlace | 'delete') => {
    if (to === 'delete' && search.order === card.number) setSearch({ order: undefined })
    if (asksReason(to)) setAsked({ card, to })
    else moveOrder({ card, to })
  }
  const restore = async (order: Order) => {
    try {
      await call(restoreOrder, { projectId, order: order.number, from: order.at })
      toast(t('moved.restored', { number: order.number }))
    } catch (error) {
      toast.error(failureText(error, t('move.failed')))
    }
    await queries.invalidateQueries({ queryKey: ['orders', projectId] })
  }
  const toggle = (order: number) =>
    setSelected((former) => {
      const next = new Set(former)
      if (!next.delete(order)) next.add(order)
      return next
    })
  const open = (order: number) => setSearch({ order: search.order === order ? undefined : order })

  return (
    <div className="flex h-full min-h-0 flex-col">
      <Bar
        pipeline={pipeline}
        pipelines={pipelines}
        search={search}
        setSearch={setSearch}
        editable={editable}
        hidden={hidden}
        onHidden={setHidden}
        onDialog={setDialog}
      />
      <div className="relative flex min-h-0 flex-1">
        <div className="relative min-h-0 min-w-0 flex-1">
          {list ? (
            <OrdersTable
              pipelines={pipelines}
              pipeline={pipeline}
              search={search}
              selected={selected}
              opened={search.order}
              open={open}
              toggle={toggle}
              select={(orders) => setSelected(new Set(orders))}
              onSearch={setSearch}
            />
          ) : pipeline.states.length ? (
            <Board
              pipelines={pipelines}
              pipeline={pipeline}
              filter={filterOf(search)}
              hidden={hidden}
              editable={editable}
              opened={search.order}
              selected={selected}
              open={open}
              toggle={toggle}
              move={move}
            />
          ) : (
            <NoStates pipeline={pipeline} />
          )}
          {selected.size > 0 && editable && <MassBar selected={selected} pipelines={pipelines} onClear={() => setSelected(new Set())} />}
        </div>
        {search.order !== undefined && (
          <OrderPanel
            order={search.order}
            pipelines={pipelines}
            editable={editable}
            move={move}
            restore={(order) => void restore(order)}
            onClose={() => setSearch({ order: undefined })}
          />
        )}
      </div>
      {dialog === 'create' && (
        <CreateOrderDialog
          pipelines={pipelines}
          pipeline={pipeline}
          onClose={() => setDialog(undefined)}
          onMade={(order) => {
            setDialog(undefined)
            setSearch({ order })
          }}
        />
      )}
      {dialog === 'filter' && <FilterDialog search={search} pipeline={pipeline} onApply={setSearch} onClose={() => setDialog(undefined)} />}
      {asked && asked.to !== 'delete' && 'place' in asked.to && (asked.to.place === 'fail' || asked.to.place === 'archive') && (
        <ReasonDialog
          place={asked.to.place}
          what={t('panel.title', { number: asked.card.number })}
          onCancel={() => setAsked(undefined)}
          onDecide={(reason) => {
            moveOrder({ ...asked, reason })
            setAsked(undefined)
          }}
        />
      )}
    </div>
  )
}

interface BarProps extends OpenPipelineProps {
  readonly editable: boolean
  readonly hidden: boolean
  onHidden(hidden: boolean): void
  onDialog(dialog: 'create' | 'filter'): void
}

function Bar({ pipeline, pipelines, search, setSearch, editable, hidden, onHidden, onDialog }: BarProps) {
  const { t } = useTranslation('orders')
  const { rights } = useProject()
  const openSetup = usePipelineSetup(({ open }) => open)
  const conditions = countConditions(search)
  const list = search.view === 'list'
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
      <div className="w-40 sm:w-48">
        <Select
          label={t('setup.pipeline')}
          labelHidden
          value={String(pipeline.id)}
          options={pipelines.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(id) => setSearch({ pipeline: Number(id), states: undefined, page: undefined })}
        />
      </div>
      {rights.may('settings', 'edit') && (
        <IconButton label={t('setup.title')} icon={<Settings2 size={16} />} onClick={() => openSetup({ pipeline: pipeline.id })} />
      )}
      <SearchField
        className="min-w-32 sm:max-w-64"
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={search.q ?? ''}
        onSearch={(q) => setSearch({ q: q || undefined, page: undefined })}
      />
      <Button
        icon={<SlidersHorizontal size={14} aria-hidden />}
        aria-label={conditions ? t('filter.active', { count: conditions }) : t('filter.title')}
        className={conditions ? 'border-accent text-accent' : ''}
        onClick={() => onDialog('filter')}
      >
        <span className="hidden md:inline">{t('filter.button')}</span>
        {conditions > 0 && <span className="tabular-nums">{conditions}</span>}
      </Button>
      {(conditions > 0 || search.q) && (
        <Button look="quiet" onClick={() => setSearch(withoutFilter)}>
          {t('filter.clear')}
        </Button>
      )}
      <SavedViews onChoose={setSearch} />
      <span className="flex-1" />
      {!list && (
        <IconButton
          label={t(hidden ? 'board.hideSystem' : 'board.showSystem')}
          pressed={hidden}
          icon={hidden ? <Eye size={16} /> : <EyeOff size={16} />}
          onClick={() => onHidden(!hidden)}
        />
      )}
      <IconButton
        label={t('views.board')}
        pressed={!list}
        icon={<KanbanSquare size={16} />}
        onClick={() => setSearch({ view: undefined })}
      />
      <IconButton label={t('views.list')} pressed={list} icon={<TableProperties size={16} />} onClick={() => setSearch({ view: 'list' })} />
      {editable && (
        <Button look="primary" icon={<Plus size={14} aria-hidden />} aria-label={t('create.button')} onClick={() => onDialog('create')}>
          <span className="hidden sm:inline">{t('create.button')}</span>
        </Button>
      )}
    </div>
  )
}

function NoStates({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t } = useTranslation('orders')
  const { rights } = useProject()
  const openSetup = usePipelineSetup(({ open }) => open)
  return (
    <EmptyState icon={<KanbanSquare size={32} />} title={t('noStates.title', { name: pipeline.name })} about={t('noStates.about')}>
      {rights.may('settings', 'edit') && (
        <Button look="primary" onClick={() => openSetup({ pipeline: pipeline.id })}>
          {t('noStates.do')}
        </Button>
      )}
    </EmptyState>
  )
}

function Loading() {
  const { t } = useTranslation('app')
  return (
    <main className="flex h-full flex-col" aria-busy aria-label={t('ui.loading')}>
      <div className="flex gap-2 border-b border-line bg-surface px-3 py-2">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-8 w-56" />
      </div>
      <div className="flex gap-3 p-3">
        {[1, 2, 3, 4].map((column) => (
          <Skeleton key={column} className="h-80 w-72 shrink-0" />
        ))}
      </div>
    </main>
  )
}
