import { arrowLabel, delayLabel, explainProblem, hasDelay, isNothing, matchTypeWords } from '@voronka/flow'
import type { Arrow, Point } from '@voronka/flow'
import clsx from 'clsx'
import { Clock, Diamond, Settings2, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { EdgeLabelRenderer, useReactFlow } from 'reactflow'
import { useLanguage } from '../app/language.ts'
import { useEditorActions, useEditorStore } from '../editor/index.ts'
import { matchGlyphs } from './block-looks.ts'
import type { ArrowData } from './derive-edges.ts'
import { remove } from './remove.ts'

interface LabelProps {
  readonly data: ArrowData
  readonly at: Point
  readonly near: boolean
  readonly selected: boolean
}

/** What is written on an arrow, with its gear and cross while the pointer is near. */
export function ArrowLabel({ data, at, near, selected }: LabelProps) {
  const { t } = useTranslation('canvas')
  const { arrow, problems } = data
  const [over, setOver] = useState(false)
  const { offset, hold } = useLabelDrag(arrow)
  const says = hasWords(arrow) || problems.some(({ severity }) => severity !== 'hint')
  const open = near || over || selected
  if (!says && !open) return null
  const place = { x: at.x + (offset?.x ?? 0), y: at.y + (offset?.y ?? 0) }
  return (
    <EdgeLabelRenderer>
      <div
        className={clsx('nodrag nopan pointer-events-auto absolute flex items-center gap-1', open && 'z-10')}
        style={{ transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)` }}
        onPointerEnter={() => setOver(true)}
        onPointerLeave={() => setOver(false)}
      >
        <div
          role="button"
          tabIndex={-1}
          aria-label={t('arrow.label', { from: arrow.from, to: arrow.to })}
          onPointerDown={hold}
          className={clsx(
            'flex max-w-50 items-center gap-1 rounded-full border bg-raised px-2 py-0.5 text-2xs whitespace-nowrap',
            selected ? 'border-accent text-text' : 'border-line text-muted',
            !says && 'border-dashed text-faint',
          )}
        >
          <Words data={data} />
        </div>
        {open && <Tools id={arrow.id} />}
      </div>
    </EdgeLabelRenderer>
  )
}

const hasWords = (arrow: Arrow): boolean =>
  arrowLabel(arrow, 'en') !== '' || arrow.collectsData || arrow.once || arrow.priority !== 10 || arrow.showAsButton || hasDelay(arrow)

function Words({ data: { arrow, problems } }: { data: ArrowData }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const condition = isNothing(arrow.condition) ? '' : arrow.condition.trim()
  const delay = delayLabel(arrow, language)
  const says = condition || arrow.compare.trim()
  const worth = problems.filter(({ severity }) => severity !== 'hint')
  return (
    <>
      {worth.length > 0 && (
        <TriangleAlert
          size={11}
          className={clsx('shrink-0', worth.some(({ severity }) => severity === 'error') ? 'text-danger' : 'text-warning')}
          aria-label={worth.map((problem) => explainProblem(problem, language).message).join('; ')}
        />
      )}
      {arrow.collectsData && (
        <span className="flex shrink-0 items-center gap-0.5 text-accent" title={t('arrow.collects')}>
          <Diamond size={10} aria-hidden />
          {arrow.variable}
        </span>
      )}
      {condition && (
        <span className="shrink-0 font-mono text-accent" title={matchTypeWords[arrow.matchType][language]}>
          {matchGlyphs[arrow.matchType]}
        </span>
      )}
      {says && (
        <span className={clsx('truncate', !condition && 'font-mono', arrow.showAsButton && 'rounded-sm border border-line bg-sunken px-1')}>
          {says}
        </span>
      )}
      {delay && (
        <span className="flex shrink-0 items-center gap-0.5">
          <Clock size={10} aria-hidden />
          {delay}
        </span>
      )}
      {arrow.priority !== 10 && (
        <span className="shrink-0" title={t('arrow.priority', { priority: arrow.priority })}>
          ↑{arrow.priority}
        </span>
      )}
      {arrow.once && (
        <span className="shrink-0 rounded-sm bg-hover px-1" title={t('arrow.once')}>
          1×
        </span>
      )}
      {!says && !delay && !arrow.collectsData && <span>{t('arrow.any')}</span>}
    </>
  )
}

/** Gear and cross (builder-and-runtime, section 2). */
function Tools({ id }: { id: number }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const store = useEditorStore()
  const actions = useEditorActions()
  const look = 'flex size-5 items-center justify-center rounded-full border border-line bg-raised text-muted hover:text-text'
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={look}
        aria-label={t('arrow.settings')}
        title={t('arrow.settings')}
        onClick={() => actions.select({ arrows: [id] })}
      >
        <Settings2 size={11} aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={clsx(look, 'hover:text-danger')}
        aria-label={t('arrow.delete')}
        title={t('arrow.delete')}
        onClick={() => remove(store, actions, { arrows: [id] }, language)}
      >
        <X size={11} aria-hidden />
      </button>
    </>
  )
}

/** The label can be moved aside; a press without a move selects the arrow. */
function useLabelDrag(arrow: Arrow) {
  const { select, patchArrow } = useEditorActions()
  const { getZoom } = useReactFlow()
  const [held, setHeld] = useState<Point>()

  const hold = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    const { currentTarget: target, pointerId, clientX, clientY } = event
    select({ arrows: [arrow.id] }, { add: event.shiftKey || event.ctrlKey || event.metaKey })
    let last: Point | undefined
    target.setPointerCapture(pointerId)
    const move = (moved: globalThis.PointerEvent) => {
      const [right, down] = [moved.clientX - clientX, moved.clientY - clientY]
      if (!last && Math.hypot(right, down) < 4) return
      const zoom = getZoom()
      last = { x: Math.round((arrow.label?.x ?? 0) + right / zoom), y: Math.round((arrow.label?.y ?? 0) + down / zoom) }
      setHeld(last)
    }
    const release = () => {
      target.removeEventListener('pointermove', move)
      target.removeEventListener('pointerup', release)
      if (last) patchArrow(arrow.id, { label: last })
      setHeld(undefined)
    }
    target.addEventListener('pointermove', move)
    target.addEventListener('pointerup', release)
  }
  return { offset: held ?? arrow.label, hold }
}
