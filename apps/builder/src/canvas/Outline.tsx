import { arrowTitle, inFiringOrder, isNothing } from '@voronka/flow'
import type { Arrow, Block } from '@voronka/flow'
import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { ArrowRight, Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indexOf, useEditor, useEditorActions, useProblemsOf } from '../editor/index.ts'
import { Button } from '../ui/index.ts'
import { BlockLine } from './BlockLine.tsx'
import { createBlock } from './commands.ts'
import type { CommandContext } from './commands.ts'
import { findBlocks } from './find-blocks.ts'
import { ProblemBadge } from './ProblemBadge.tsx'

type Row = { readonly heading: string } | { readonly block: Block; readonly arrows: readonly Arrow[] }

/** The funnel as a list: sheets, blocks, and where each leads, in the order in which the arrows are examined. On a telephone it is the canvas. */
export function Outline({ context }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const project = useEditor((state) => state.project)
  const readOnly = useEditor((state) => state.readOnly)
  const [filter, setFilter] = useState('')
  const wanted = useDeferredValue(filter)
  const frame = useRef<HTMLDivElement>(null)

  const rows = useMemo(() => {
    const { from } = indexOf(project)
    const blocks = findBlocks(project, wanted, context.language).map(({ block }) => block)
    return project.sheets.flatMap((sheet): Row[] => {
      const here = blocks.filter((block) => block.sheet === sheet.id)
      const lines = here.map((block) => ({ block, arrows: (from.get(block.number) ?? []).toSorted(inFiringOrder) }))
      return project.sheets.length > 1 && here.length ? [{ heading: sheet.name }, ...lines] : lines
    })
  }, [project, wanted, context.language])

  // Its functions change with every scroll and are called here only, so nothing stale can be shown.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 88,
    overscan: 8,
    getItemKey: (index) => {
      const row = rows[index]
      return row && 'block' in row ? row.block.number : `heading ${index}`
    },
  })

  return (
    <div className="flex h-full flex-col">
      <div className="flex gap-2 border-b border-line p-2">
        <input
          type="search"
          aria-label={t('outline.filter')}
          placeholder={t('find.placeholder')}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          className="h-8 min-w-0 flex-1 rounded-md border border-line bg-field px-2 text-lg sm:text-sm"
        />
        {!readOnly && <Button icon={<Plus size={14} aria-hidden />} aria-label={t('outline.add')} onClick={() => createBlock(context)} />}
      </div>
      <div ref={frame} className="min-h-0 flex-1 overflow-y-auto pb-20">
        {rows.length === 0 && project.blocks.length > 0 && <p className="p-6 text-center text-sm text-faint">{t('palette.none')}</p>}
        <ul className="relative" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            return (
              row && (
                <li
                  key={key}
                  ref={list.measureElement}
                  data-index={index}
                  className="absolute inset-x-0 top-0 px-2 py-1"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {'block' in row ? (
                    <BlockRow {...row} context={context} />
                  ) : (
                    <h3 className="px-2 pt-3 text-xs text-faint">{row.heading}</h3>
                  )}
                </li>
              )
            )
          })}
        </ul>
      </div>
    </div>
  )
}

function BlockRow({ block, arrows, context }: { block: Block; arrows: readonly Arrow[]; context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const { reveal } = useEditorActions()
  const selected = useEditor(({ selection }) => selection.blocks.has(block.number))
  const problems = useProblemsOf({ block: block.number })
  return (
    <article aria-label={t('block.name', { number: block.number })} className="overflow-hidden rounded-md border border-line bg-surface">
      <button
        type="button"
        aria-current={selected ? 'true' : undefined}
        className={clsx(
          'flex min-h-11 w-full items-center gap-2 px-3 py-1.5 text-left text-sm sm:min-h-9',
          selected ? 'bg-accent-soft' : 'hover:bg-hover',
        )}
        onClick={() => reveal({ blocks: [block.number] })}
      >
        <BlockLine block={block} />
        <span className="ml-auto">
          <ProblemBadge problems={problems} />
        </span>
      </button>
      {!isNothing(block.text) && block.name.trim() !== '' && (
        <p className="mx-3 mb-1.5 line-clamp-2 text-xs break-words text-muted">{block.text}</p>
      )}
      {arrows.length > 0 && (
        <ul className="border-t border-line">
          {arrows.map((arrow) => (
            <ArrowRow key={arrow.id} arrow={arrow} context={context} />
          ))}
        </ul>
      )}
    </article>
  )
}

function ArrowRow({ arrow, context }: { arrow: Arrow; context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const { reveal } = useEditorActions()
  const selected = useEditor(({ selection }) => selection.arrows.has(arrow.id))
  const title = arrowTitle(arrow, context.language)
  return (
    <li className={clsx('flex items-center text-xs', selected && 'bg-accent-soft')}>
      <button
        type="button"
        aria-label={t('arrow.name', { from: arrow.from, to: arrow.to, title })}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 px-3 text-left hover:bg-hover sm:min-h-7"
        onClick={() => reveal({ arrow: arrow.id })}
      >
        <ArrowRight size={12} aria-hidden className="shrink-0 text-faint" />
        <span className="truncate">{title}</span>
      </button>
      <button
        type="button"
        aria-label={t('outline.go', { number: arrow.to })}
        className="flex min-h-9 items-center px-3 font-medium text-accent hover:bg-hover sm:min-h-7"
        onClick={() => reveal({ blocks: [arrow.to] })}
      >
        {arrow.to}
      </button>
    </li>
  )
}
