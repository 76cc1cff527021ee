import type { KeyboardEvent, RefObject } from 'react'
import { carryTo } from './carried.ts'
import type { Carried, CarriedStore, GridShape } from './carried.ts'
import { dayEnd } from './clock.ts'
import type { Plate } from './plates.ts'

interface KeyTools {
  readonly store: CarriedStore
  readonly shape: GridShape
  readonly grid: RefObject<HTMLElement | null>
  onDrop(carried: Carried): void
  onSay(what: 'picked' | 'moved' | 'cancelled', carried: Carried): void
}

/**
 * A plate with the keyboard: space picks it up, arrows move it, Shift and arrows stretch it, space or Enter puts it down, Escape takes it back. Arrows
 * without a plate in hand go from one to the next.
 */
export function usePlateKeys(tools: KeyTools) {
  return (event: KeyboardEvent<HTMLElement>, plate: Plate, column: number, movable: boolean): void => {
    const { carried } = tools.store.getState()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const handled = carried?.plate.key === plate.key ? carryOn(event, carried, tools) : begin(event, plate, column, movable, tools)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function begin(
  event: KeyboardEvent<HTMLElement>,
  plate: Plate,
  column: number,
  movable: boolean,
  { store, grid, onSay }: KeyTools,
): boolean {
  if (event.key === ' ' && movable) {
    const carried: Carried = { plate, mode: 'move', by: 'keys', from: column, column, start: plate.start, duration: plate.duration }
    store.setState({ carried })
    onSay('picked', carried)
    return true
  }
  const next = neighbour(event.currentTarget, event.key, grid.current)
  next?.focus()
  return next !== undefined
}

function carryOn(
  { key, shiftKey }: KeyboardEvent,
  carried: Carried,
  { store, shape: { columns, step }, grid, onDrop, onSay }: KeyTools,
): boolean {
  const { start, duration, column, plate } = carried
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = key === 'ArrowUp' ? -step : step
      const stretch = shiftKey && !plate.visits[0].group
      carryTo(
        store,
        stretch ? { duration: clamp(duration + by, step, dayEnd - start) } : { start: clamp(start + by, 0, dayEnd - duration) },
      )
      break
    }
    case 'ArrowLeft':
    case 'ArrowRight':
      carryTo(store, { column: clamp(column + (key === 'ArrowLeft' ? -1 : 1), 0, columns.length - 1) })
      break
    case ' ':
    case 'Enter':
      store.setState({ carried: undefined })
      onDrop(carried)
      // It may stand in another column now, as another element.
      requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-plate="${plate.key}"]`)?.focus())
      return true
    case 'Escape':
      store.setState({ carried: undefined })
      onSay('cancelled', carried)
      return true
    default:
      return key !== 'Tab'
  }
  const now = store.getState().carried
  if (now) onSay('moved', now)
  return true
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

/** The plate that an arrow leads to: above or below in the same column, else the nearest of the next column that has one. */
function neighbour(from: HTMLElement, key: string, grid: HTMLElement | null): HTMLElement | undefined {
  const column = from.closest('section')
  if (!grid || !column) return undefined
  const inColumn = (each: Element) =>
    [...each.querySelectorAll<HTMLElement>('[data-plate]:not(:disabled)')].sort((one, other) => one.offsetTop - other.offsetTop)
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const plates = inColumn(column)
    return plates[plates.indexOf(from) + (key === 'ArrowUp' ? -1 : 1)]
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const columns = [...grid.querySelectorAll('section')]
  const at = columns.indexOf(column)
  const beyond = key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse()
  const plates = beyond.map(inColumn).find((found) => found.length > 0) ?? []
  const distance = (each: HTMLElement) => Math.abs(each.offsetTop - from.offsetTop)
  return plates.toSorted((one, other) => distance(one) - distance(other))[0]
}
