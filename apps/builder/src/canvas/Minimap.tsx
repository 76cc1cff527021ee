import { useEffect, useRef } from 'react'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDarkness } from '../app/theme.ts'
import { useEditor } from '../editor/index.ts'
import { blockLooks } from './block-looks.ts'
import { boundsOf } from './bounds.ts'
import type { Bounds } from './bounds.ts'
import { cardLayout, cardWidth } from './card-layout.ts'
import { useCanvas } from './canvas-view.ts'
import type { CanvasView } from './canvas-view.ts'

const width = 200
const height = 132
const margin = 8

/** The whole sheet in little. Painted, not made of elements, so that thousands of blocks cost nothing while the view moves. */
export function Minimap() {
  const { t } = useTranslation('canvas')
  const paper = useRef<HTMLCanvasElement>(null)
  const blocks = useEditor(({ project }) => project.blocks)
  const sheet = useEditor((state) => state.sheet)
  const selected = useEditor(({ selection }) => selection.blocks)
  const dark = useDarkness()
  const view = useCanvas((state) => state.view)
  const here = blocks.filter((block) => block.sheet === sheet)
  const bounds = boundsOf(here) ?? { x: 0, y: 0, width: 1, height: 1 }
  const fit = fitOf(bounds)

  useEffect(() => {
    const pen = paper.current?.getContext('2d')
    if (!pen || !paper.current) return
    const density = window.devicePixelRatio || 1
    paper.current.width = width * density
    paper.current.height = height * density
    pen.scale(density, density)
    const colorOf = palette(paper.current)
    pen.strokeStyle = colorOf('var(--color-strong)')
    pen.lineWidth = 0.5
    for (const block of here) {
      pen.fillStyle = colorOf(selected.has(block.number) ? 'var(--color-accent)' : blockLooks[block.type].color)
      const { x, y } = fit.toMap(block)
      const size = [Math.max(3, cardWidth * fit.scale), Math.max(2, cardLayout(block).height * fit.scale)] as const
      pen.fillRect(x, y, ...size)
      pen.strokeRect(x, y, ...size)
    }
  })

  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && !event.buttons) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { left, top } = event.currentTarget.getBoundingClientRect()
    view?.look(fit.toCanvas({ x: event.clientX - left, y: event.clientY - top }))
  }
  return (
    <div
      role="img"
      aria-label={t('zoom.map')}
      data-theme-dark={dark}
      className="pointer-events-auto relative overflow-hidden rounded-md bg-raised shadow-float"
      style={{ width, height }}
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={paper} style={{ width, height }} />
      {view && <Window view={view} toMap={fit.toMap} scale={fit.scale} />}
    </div>
  )
}

/** What of it is seen. Only this moves with the view. */
function Window({ view, toMap, scale }: { view: CanvasView; toMap: ReturnType<typeof fitOf>['toMap']; scale: number }) {
  const { zoom } = useCanvas((state) => state.viewport)
  const { x, y } = toMap(view.corner())
  const size = view.size()
  return (
    <div
      className="pointer-events-none absolute top-0 left-0 rounded-sm border border-accent bg-accent/10"
      style={{ transform: `translate(${x}px, ${y}px)`, width: (size.width / zoom) * scale, height: (size.height / zoom) * scale }}
    />
  )
}

function fitOf(bounds: Bounds) {
  const scale = Math.min((width - 2 * margin) / bounds.width, (height - 2 * margin) / bounds.height, 0.2)
  const left = (width - bounds.width * scale) / 2
  const top = (height - bounds.height * scale) / 2
  return {
    scale,
    toMap: ({ x, y }: { x: number; y: number }) => ({ x: left + (x - bounds.x) * scale, y: top + (y - bounds.y) * scale }),
    toCanvas: ({ x, y }: { x: number; y: number }) => ({ x: bounds.x + (x - left) / scale, y: bounds.y + (y - top) / scale }),
  }
}

/** A paper takes no CSS variables, so each colour is asked of the element, once. */
function palette(paper: HTMLElement): (color: string) => string {
  const styles = getComputedStyle(paper)
  const known = new Map<string, string>()
  return (color) => {
    const found = known.get(color)
    if (found !== undefined) return found
    paper.style.color = color
    known.set(color, styles.color)
    return styles.color
  }
}
