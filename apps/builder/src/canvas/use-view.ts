import type { Block } from '@voronka/flow'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useReactFlow } from 'reactflow'
import type { Viewport } from 'reactflow'
import { indexOf, useEditor, useEditorActions, useEditorStore, useProjectId } from '../editor/index.ts'
import { boundsOf } from './bounds.ts'
import type { Bounds } from './bounds.ts'
import { cardLayout, cardWidth } from './card-layout.ts'
import { useCanvas } from './canvas-view.ts'
import { recallView, rememberView } from './view-memory.ts'

const padding = 48
/** The zoom at which a card can be read without effort. */
const readable = 0.8
const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const duration = () => (calm() ? 0 : 180)

/** Where the canvas looks: remembered for each project and sheet, moved by commands and by whoever asks to reveal something. */
export function useView() {
  const store = useEditorStore()
  const { showSheet } = useEditorActions()
  const projectId = useProjectId()
  const sheet = useEditor((state) => state.sheet)
  const frame = useRef<HTMLDivElement | null>(null)
  const [startView, setStartView] = useState<Viewport>()
  const flow = useReactFlow()

  const blocksHere = useCallback((): Block[] => {
    const { project, sheet: shown } = store.getState()
    return project.blocks.filter((block) => block.sheet === shown)
  }, [store])

  const viewOf = useCallback(
    (shown: number): Viewport => recallView(projectId)?.viewports[shown] ?? firstView(blocksHere(), frame.current),
    [projectId, blocksHere],
  )

  // As soon as the frame is there and before the first paint, so that the canvas opens where it was left and not with a jump.
  const measure = useCallback(
    (element: HTMLDivElement | null) => {
      frame.current = element
      if (!element) return
      const remembered = recallView(projectId)?.sheet
      const { project, reveal } = store.getState()
      if (!reveal && remembered !== undefined && project.sheets.some(({ id }) => id === remembered)) showSheet(remembered)
      const start = viewOf(store.getState().sheet)
      useCanvas.setState({ viewport: start })
      setStartView(start)
    },
    [projectId, showSheet, store, viewOf],
  )

  const shownSheet = useRef<number>(undefined)
  useEffect(() => {
    if (!startView) return
    if (shownSheet.current !== undefined && shownSheet.current !== sheet) void flow.setViewport(viewOf(sheet))
    shownSheet.current = sheet
  }, [sheet, startView, flow, viewOf])

  useCommandView(blocksHere, frame)
  useReveal(frame, startView !== undefined)

  const onMoveEnd = useCallback(
    (_event: unknown, view: Viewport) => rememberView(projectId, store.getState().sheet, view),
    [projectId, store],
  )
  return { measure, startView, onMoveEnd }
}

/** Offers the view to commands while the canvas is there. */
function useCommandView(blocksHere: () => Block[], frame: React.RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow()
  const store = useEditorStore()
  useEffect(() => {
    let pointer: { x: number; y: number } | undefined
    const follow = ({ clientX: x, clientY: y, target }: PointerEvent) => {
      pointer = target instanceof Node && frame.current?.contains(target) ? { x, y } : undefined
    }
    window.addEventListener('pointermove', follow, { passive: true })
    useCanvas.setState({
      view: {
        centre: () => flow.screenToFlowPosition(middleOf(frame.current)),
        pointer: () => pointer && flow.screenToFlowPosition(pointer),
        corner: () => {
          const { x, y, zoom } = flow.getViewport()
          return { x: -x / zoom, y: -y / zoom }
        },
        size: () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
        look: ({ x, y }) => void flow.setCenter(x, y, { zoom: flow.getZoom() }),
        fit: (numbers) => {
          const { blocks } = indexOf(store.getState().project)
          const chosen = numbers?.flatMap((number) => blocks.get(number) ?? [])
          void flow.setViewport(fitted(boundsOf(chosen ?? blocksHere()), frame.current), { duration: duration() })
        },
        zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration() }),
        zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() }),
        // After the frame in which a new block is drawn.
        focusBlock: (number) =>
          requestAnimationFrame(() =>
            frame.current?.querySelector<HTMLElement>(`[data-block="${number}"]`)?.focus({ preventScroll: true }),
          ),
      },
    })
    return () => {
      window.removeEventListener('pointermove', follow)
      useCanvas.setState({ view: undefined, hovered: undefined, connecting: undefined })
    }
  }, [flow, frame, store, blocksHere])
}

/** Brings what was asked for into view, unless it is there already, and blinks it. */
function useReveal(frame: React.RefObject<HTMLDivElement | null>, ready: boolean): void {
  const store = useEditorStore()
  const flow = useReactFlow()
  const reveal = useEditor((state) => state.reveal)
  useEffect(() => {
    if (!reveal || !ready) return
    const { blocks } = indexOf(store.getState().project)
    const chosen = reveal.blocks.flatMap((number) => blocks.get(number) ?? [])
    const bounds = boundsOf(chosen)
    if (!bounds || !frame.current) return
    const view = flow.getViewport()
    if (!isInside(bounds, view, frame.current)) {
      const [first] = chosen
      const target =
        bounds.width > 2 * cardWidth || !first ? bounds : { x: first.x, y: first.y, width: cardWidth, height: cardLayout(first).height }
      const zoom = Math.max(view.zoom, 0.6)
      void flow.setCenter(target.x + target.width / 2, target.y + target.height / 2, { zoom, duration: duration() })
    }
    if (reveal.pulse) setTimeout(() => pulse(frame.current, reveal.blocks), duration())
  }, [reveal, ready, flow, frame, store])
}

function pulse(frame: HTMLElement | null, numbers: readonly number[]): void {
  for (const number of numbers.slice(0, 20)) {
    const card = frame?.querySelector(`[data-block="${number}"] > *`)
    card?.animate(
      [
        { outline: '3px solid var(--color-warning)', outlineOffset: '2px' },
        { outline: '3px solid transparent', outlineOffset: '12px' },
      ],
      { duration: calm() ? 1 : 700, iterations: 2 },
    )
  }
}

const middleOf = (frame: HTMLElement | null): { x: number; y: number } => {
  const { left = 0, top = 0, width = 0, height = 0 } = frame?.getBoundingClientRect() ?? {}
  return { x: left + width / 2, y: top + height / 2 }
}

/** The view that shows all of it, not larger than life. */
function fitted(bounds: Bounds | undefined, frame: HTMLElement | null): Viewport {
  const { clientWidth = 800, clientHeight = 600 } = frame ?? {}
  if (!bounds) return { x: clientWidth / 2, y: clientHeight / 3, zoom: 1 }
  const fit = Math.min((clientWidth - 2 * padding) / bounds.width, (clientHeight - 2 * padding) / bounds.height)
  const zoom = Math.min(Math.max(fit, 0.05), 1)
  const x = clientWidth / 2 - (bounds.x + bounds.width / 2) * zoom
  const y = clientHeight / 2 - (bounds.y + bounds.height / 2) * zoom
  return { x, y, zoom }
}

/** A sheet opened for the first time: all of it if that can be read, else its beginning. */
function firstView(blocks: readonly Block[], frame: HTMLElement | null): Viewport {
  const all = fitted(boundsOf(blocks), frame)
  const first = blocks.find(({ type }) => type === 'start') ?? blocks[0]
  if (all.zoom >= readable || !first || !frame) return all
  return { x: frame.clientWidth / 2 - (first.x + cardWidth / 2) * readable, y: padding * 2 - first.y * readable, zoom: readable }
}

function isInside({ x, y, width, height }: Bounds, view: Viewport, { clientWidth, clientHeight }: HTMLElement): boolean {
  const [left, top] = [x * view.zoom + view.x, y * view.zoom + view.y]
  return left >= 0 && top >= 0 && left + width * view.zoom <= clientWidth && top + height * view.zoom <= clientHeight && view.zoom >= 0.22
}
