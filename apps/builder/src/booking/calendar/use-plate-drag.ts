import { useEffect, useRef } from 'react'
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react'
import { carryTo } from './carried.ts'
import type { Carried, CarriedStore, CarryMode, GridShape } from './carried.ts'
import { dayEnd, snapped } from './clock.ts'
import type { Plate } from './plates.ts'

/** A finger that rests so long picks the plate up; one that moves before scrolls. */
const longPressMs = 350
const slackPx = { mouse: 4, touch: 10 }
/** So near to an edge the calendar scrolls under the plate. */
const edgePx = 40
const scrollPx = 12

interface DragTools {
  readonly store: CarriedStore
  readonly shape: GridShape
  readonly grid: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  onDrop(carried: Carried): void
}

/** Plates are moved and stretched with mouse and finger. Gives what a plate does when it is pressed. */
export function usePlateDrag(tools: DragTools) {
  const latest = useRef(tools)
  useEffect(() => {
    latest.current = tools
  })
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  return (event: ReactPointerEvent<HTMLElement>, plate: Plate, column: number, mode: CarryMode): void => {
    if (event.button !== 0 || !event.isPrimary) return
    stop.current?.()
    stop.current = followPointer(
      event,
      { plate, mode, by: 'pointer', from: column, column, start: plate.start, duration: plate.duration },
      latest,
    )
  }
}

function followPointer(event: ReactPointerEvent<HTMLElement>, carried: Carried, latest: RefObject<DragTools>): () => void {
  const { pointerId } = event
  const kind = event.pointerType === 'touch' ? 'touch' : 'mouse'
  const origin = { x: event.clientX, y: event.clientY }
  let at = origin
  let active = false
  let frame = 0
  const grabbed = minuteAt(origin.y, latest.current) - carried.start
  const timer = kind === 'touch' ? setTimeout(pickUp, longPressMs) : undefined

  function pickUp(): void {
    active = true
    latest.current.store.setState({ carried })
  }
  function place(): void {
    frame = 0
    const tools = latest.current
    if (scrollAtEdge(at, tools.scroller.current)) frame = requestAnimationFrame(place)
    carryTo(tools.store, spotAt(at, grabbed, carried, tools))
  }
  function move(moved: PointerEvent): void {
    if (moved.pointerId !== pointerId) return
    at = { x: moved.clientX, y: moved.clientY }
    if (!active) {
      if (Math.hypot(at.x - origin.x, at.y - origin.y) < slackPx[kind]) return
      if (kind === 'touch') return finish()
      pickUp()
    }
    frame ||= requestAnimationFrame(place)
  }
  function drop(up: PointerEvent): void {
    if (up.pointerId !== pointerId) return
    if (active) {
      at = { x: up.clientX, y: up.clientY }
      carryTo(latest.current.store, spotAt(at, grabbed, carried, latest.current))
      const done = latest.current.store.getState().carried
      swallowClick()
      finish()
      if (done) latest.current.onDrop(done)
    } else finish()
  }
  function key(pressed: KeyboardEvent): void {
    if (pressed.key !== 'Escape' || !active) return
    pressed.stopPropagation()
    swallowClick()
    finish()
  }
  /** A browser begins to scroll under a finger unless its first movement is refused. */
  function hold(touch: TouchEvent): void {
    if (active && touch.cancelable) touch.preventDefault()
  }
  function finish(): void {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', finish)
    window.removeEventListener('keydown', key, { capture: true })
    window.removeEventListener('touchmove', hold)
    if (active) latest.current.store.setState({ carried: undefined })
    active = false
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', drop)
  window.addEventListener('pointercancel', finish)
  window.addEventListener('keydown', key, { capture: true })
  window.addEventListener('touchmove', hold, { passive: false })
  return finish
}

/** What was dragged is not pressed as well. */
function swallowClick(): void {
  const swallow = (click: MouseEvent) => click.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

interface Point {
  readonly x: number
  readonly y: number
}

function minuteAt(y: number, { grid, shape }: DragTools): number {
  const top = grid.current?.getBoundingClientRect().top ?? 0
  return shape.firstMinute + (y - top) / shape.pixelsPerMinute
}

function spotAt({ x, y }: Point, grabbed: number, { plate, mode }: Carried, tools: DragTools): Partial<Carried> {
  const { step, columns } = tools.shape
  const minute = minuteAt(y, tools)
  const end = plate.start + plate.duration
  if (mode === 'end') return { duration: Math.min(Math.max(step, snapped(minute, step) - plate.start), dayEnd - plate.start) }
  if (mode === 'start') {
    const start = Math.max(0, Math.min(snapped(minute, step), end - step))
    return { start, duration: end - start }
  }
  const rect = tools.grid.current?.getBoundingClientRect()
  const column = rect ? Math.floor(((x - rect.left) / rect.width) * columns.length) : 0
  return {
    start: Math.max(0, Math.min(snapped(minute - grabbed, step), dayEnd - plate.duration)),
    column: Math.max(0, Math.min(column, columns.length - 1)),
  }
}

/** Scrolls while the point is at an edge; tells whether it did. */
function scrollAtEdge({ x, y }: Point, scroller: HTMLElement | null): boolean {
  if (!scroller) return false
  const { left, right, top, bottom } = scroller.getBoundingClientRect()
  const by = (before: number, after: number) => (before < edgePx ? -scrollPx : after < edgePx ? scrollPx : 0)
  const { scrollLeft, scrollTop } = scroller
  scroller.scrollBy(by(x - left, right - x), by(y - top, bottom - y))
  return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop
}
