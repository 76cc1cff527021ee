import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { recall, remember } from '../app/device-memory.ts'

const key = 'voronka:test-chat-width'
const narrowest = 340
const widest = 1100
const step = 24

/** The width that a person drew the column to, remembered on this device, and what its edge needs to be drawn with mouse, touch and keys. */
export function useWidth() {
  const [width, setWidth] = useState(() => within(Number(recall(key)) || innerWidth * 0.45))
  const set = (next: number) => {
    const fit = within(next)
    remember(key, String(fit))
    setWidth(fit)
  }
  const edge = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical' as const,
    'aria-valuenow': width,
    'aria-valuemin': narrowest,
    'aria-valuemax': widest,
    onPointerDown: (event: PointerEvent<HTMLElement>) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const column = event.currentTarget.parentElement
      if (column && event.currentTarget.hasPointerCapture(event.pointerId)) set(column.getBoundingClientRect().right - event.clientX)
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'ArrowLeft') set(width + step)
      if (event.key === 'ArrowRight') set(width - step)
    },
  }
  return { width, edge }
}

function within(width: number): number {
  return Math.min(widest, Math.max(narrowest, Math.round(width)))
}
