import { cutArrows, duplicateBlock, duplicateWithArrow, moveToSheet } from '@voronka/flow'
import { Copy, CopyPlus, Ellipsis, Layers, Scissors, Trash2 } from 'lucide-react'
import { memo, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ViewportPortal } from 'reactflow'
import { useBlock, useEditor } from '../editor/index.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { useBlockMenu } from './block-menu.ts'
import { cardLayout, cardWidth } from './card-layout.ts'
import { useCanvas } from './canvas-view.ts'
import { createAndShow } from './commands.ts'
import type { Detail } from './level-of-detail.ts'
import { editWithUndo, remove } from './remove.ts'
import { useCommandContext } from './use-commands.ts'

/** The icons above the block under the pointer (builder-and-runtime, section 2): made once, not once a block. */
export const HoverTools = memo(function HoverTools({ hidden, detail }: { hidden: boolean; detail: Detail }) {
  const hovered = useCanvas((state) => state.hovered)
  const sheet = useEditor((state) => state.sheet)
  const block = useBlock(hovered ?? 0)
  if (hidden || detail !== 'full' || !block || block.sheet !== sheet) return null
  return (
    <ViewportPortal>
      <Leaving number={block.number} x={block.x} y={block.y} height={cardLayout(block).height}>
        <Icons number={block.number} wired={block.type !== 'comment'} />
      </Leaving>
    </ViewportPortal>
  )
})

const reach = 44

/** Stays while the pointer is on the block, on the icons, or between them. */
function Leaving({ number, x, y, height, children }: { number: number; x: number; y: number; height: number; children: ReactNode }) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  useEffect(() => {
    const follow = ({ clientX, clientY, buttons }: PointerEvent) => {
      if (!frame || buttons) return
      const { left, right, top, bottom } = frame.getBoundingClientRect()
      const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
      const inMenu = document.querySelector('[role=menu][data-state=open]') !== null
      if (!inside && !inMenu && useCanvas.getState().hovered === number) useCanvas.setState({ hovered: undefined })
    }
    window.addEventListener('pointermove', follow, { passive: true })
    return () => window.removeEventListener('pointermove', follow)
  }, [frame, number])
  return (
    <div
      ref={setFrame}
      className="pointer-events-none absolute z-1000 flex justify-end"
      style={{ transform: `translate(${x}px, ${y - reach + 8}px)`, width: cardWidth, height: height + reach }}
    >
      <div className="nodrag nopan pointer-events-auto flex h-8 items-center rounded-md bg-raised px-0.5 shadow-float">{children}</div>
    </div>
  )
}

function Icons({ number, wired }: { number: number; wired: boolean }) {
  const { t } = useTranslation('canvas')
  const context = useCommandContext()
  const { store, actions, language } = context
  const sheets = useEditor(({ project }) => project.sheets)
  const shown = useEditor(({ sheet }) => sheet)
  const menu = useBlockMenu(context)
  const others = sheets.filter(({ id }) => id !== shown)
  const button = (label: string, icon: ReactNode, onClick: () => void, keys?: string) => (
    <IconButton small side="top" tabIndex={-1} label={label} icon={icon} keys={keys} onClick={onClick} />
  )
  return (
    <>
      {button(t('command.duplicate'), <Copy size={14} />, () => createAndShow(context, (project) => duplicateBlock(project, number)))}
      {wired &&
        button(t('command.duplicateWithArrow'), <CopyPlus size={14} />, () =>
          createAndShow(context, (project) => duplicateWithArrow(project, number)),
        )}
      {wired &&
        button(t('command.cutArrows'), <Scissors size={14} />, () =>
          editWithUndo(store, actions, cutArrows(store.getState().project, [number]), language),
        )}
      {others.length > 0 && (
        <Menu
          items={others.map(({ id, name }) => ({
            label: name,
            onSelect: () => void actions.edit((project) => moveToSheet(project, [number], id)),
          }))}
          trigger={<IconButton small side="top" tabIndex={-1} label={t('menu.toSheet')} icon={<Layers size={14} />} />}
        />
      )}
      {button(t('command.delete'), <Trash2 size={14} />, () => remove(store, actions, { blocks: [number] }, language), 'Delete')}
      <span onPointerDownCapture={() => actions.select({ blocks: [number] })} className="flex">
        <Menu
          align="end"
          items={menu}
          trigger={<IconButton small side="top" tabIndex={-1} label={t('menu.more')} icon={<Ellipsis size={14} />} />}
        />
      </span>
    </>
  )
}
