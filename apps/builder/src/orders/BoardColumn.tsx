import type { Card, Column, Pipeline } from '@voronka/api'
import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { Ban, Plus } from 'lucide-react'
import { memo, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useOrderBadges } from '../tasks/index.ts'
import { IconButton, Skeleton } from '../ui/index.ts'
import { useBoardTools } from './board-tools.tsx'
import { useDraggableCard, useDropPlace } from './drag.ts'
import { money } from './money.ts'
import { OrderCard } from './OrderCard.tsx'
import { isSamePlace, placeKey } from './place.ts'
import { QuickAdd } from './QuickAdd.tsx'

interface BoardColumnProps {
  readonly column: Column
  readonly pipeline: Pipeline
  readonly title: string
  /** The bar above the title. */
  readonly color: string
  readonly menu?: ReactNode
  readonly canAdd: boolean
  readonly loading: boolean
  onMore(): void
}

/** One state or system place. It scrolls on its own, and only the cards in sight are in the page, so that thousands cost nothing. */
export function BoardColumn({ column, pipeline, title, color, menu, canAdd, loading, onMore }: BoardColumnProps) {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const { accepts, drop, pickedTarget, editable } = useBoardTools()
  const [adding, setAdding] = useState(false)
  const { at } = column
  const [ref, state] = useDropPlace(
    at,
    (card) => accepts(card, at),
    (card) => drop(card, at),
  )
  const targeted = state === 'over' || (pickedTarget !== undefined && pickedTarget !== 'delete' && isSamePlace(pickedTarget, at))
  return (
    <section
      ref={ref}
      aria-label={t('column.label', { name: title, count: column.count })}
      className={clsx(
        'relative flex h-full w-full shrink-0 flex-col overflow-hidden rounded-md border sm:w-72',
        targeted ? 'border-accent bg-accent-soft' : 'border-line bg-sunken',
      )}
    >
      <div aria-hidden className={clsx('h-1 shrink-0', color)} />
      <header className="flex items-center gap-1 py-1.5 pr-1 pl-3">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-sm font-medium" title={title}>
            {title}
          </h2>
          <p className="text-xs text-muted">
            {t('column.count', { count: column.count })}
            {column.sum !== 0 && ` · ${money(column.sum, pipeline.currency, language)}`}
          </p>
        </div>
        {canAdd && editable && (
          <IconButton
            small
            label={t('column.add', { name: title })}
            icon={<Plus size={16} />}
            pressed={adding}
            onClick={() => setAdding(!adding)}
          />
        )}
        {menu}
      </header>
      {adding && <QuickAdd at={at} onClose={() => setAdding(false)} />}
      <Cards column={column} pipeline={pipeline} loading={loading} onMore={onMore} />
      {state === 'refused' && (
        <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-2 bg-ground/85 text-sm text-muted">
          <Ban size={24} aria-hidden />
          {t('column.forbidden')}
        </div>
      )}
    </section>
  )
}

/** Cards come into the page and leave it by the block: the page is laid out and painted anew once a block and not twice a card. */
const block = 4

const inBlocks = ({ startIndex, endIndex, overscan, count }: Range): number[] => {
  const from = Math.floor(Math.max(startIndex - overscan, 0) / block)
  const to = Math.ceil((endIndex + overscan + 1) / block)
  return Array.from({ length: Math.min(to * block, count) - from * block }, (_, index) => from * block + index)
}

/** Cards that are asked for before the last one is reached. */
const ahead = 10

function Cards({ column, pipeline, loading, onMore }: Pick<BoardColumnProps, 'column' | 'pipeline' | 'loading' | 'onMore'>) {
  const { t } = useTranslation('orders')
  const { focused } = useBoardTools()
  const scroller = useRef<HTMLDivElement>(null)
  const { cards, next, at } = column
  // Its functions change with every scroll and are called here only, so nothing stale can be shown.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 96,
    getItemKey: (index) => cards[index]?.number ?? index,
    gap: 8,
    overscan: 4,
    rangeExtractor: inBlocks,
    paddingStart: 4,
    paddingEnd: 8,
    // What scrolled in may be drawn with the next frame: there are cards beyond the edge.
    useFlushSync: false,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const numbers = useMemo(() => cards.map(({ number }) => number), [cards])
  const tasksOf = useOrderBadges(numbers, shown[0]?.index ?? 0, last)
  const more = useEffectEvent(onMore)
  useEffect(() => {
    if (next !== null && last >= cards.length - ahead) more()
  }, [next, last, cards.length])

  const index = focused ? cards.findIndex(({ number }) => number === focused) : -1
  useEffect(() => {
    if (index !== -1) virtual.scrollToIndex(index)
  }, [index, virtual])

  if (!cards.length) return <p className="px-3 py-6 text-center text-xs text-faint">{t('column.empty')}</p>
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto bg-inherit px-2 contain-strict" data-column={placeKey(at)}>
      <div role="list" className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ key, index: position, start }) => {
          const card = cards[position]
          return (
            card && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={position}
                role="listitem"
                className="absolute inset-x-0"
                // Not a transform: each would be one thing more that every frame of a scroll puts together.
                style={{ top: start }}
              >
                <BoardCard card={card} pipeline={pipeline} tasks={tasksOf(card.number)} />
              </div>
            )
          )
        })}
      </div>
      {loading && <Skeleton className="mb-2 h-20" />}
    </div>
  )
}

interface BoardCardProps {
  readonly card: Card
  readonly pipeline: Pipeline
  /** How many open tasks it has. */
  readonly tasks: number
}

/** Kept as it is while its column is scrolled: the list above is drawn anew with every step. */
const BoardCard = memo(function BoardCard({ card, pipeline, tasks }: BoardCardProps) {
  const { open, opened, showTasks, toggle, selected, selecting, setDragged, focused, setFocused, pressed, picked, editable } =
    useBoardTools()
  const ref = useDraggableCard(card, editable, setDragged)
  useEffect(() => {
    if (focused === card.number && !ref.current?.contains(document.activeElement)) ref.current?.focus({ preventScroll: true })
  }, [focused, card.number, ref])
  return (
    <OrderCard
      ref={ref}
      card={card}
      pipeline={pipeline}
      open={opened === card.number}
      picked={picked === card.number}
      selected={selected.has(card.number)}
      selecting={selecting}
      tasks={tasks}
      tabIndex={0}
      onFocus={() => setFocused(card.number)}
      onKeyDown={(event) => pressed(event, card)}
      onClick={(event) => (event.ctrlKey || event.metaKey || event.shiftKey ? toggle(card.number) : open(card.number))}
      onToggle={() => toggle(card.number)}
      onTasks={showTasks && (() => showTasks(card))}
    />
  )
})
