import type { Card, OrderPlace } from '@voronka/api'
import { createContext, useContext } from 'react'
import type { KeyboardEvent } from 'react'

/** What the cards and columns of a board share: each reads it instead of being handed it through everything between. */
export interface BoardTools {
  /** The person may change orders. */
  readonly editable: boolean
  /** Order that is open beside the board. */
  readonly opened: number | undefined
  open(order: number): void
  /** None: the person sees no tasks. */
  showTasks?(card: Card): void
  readonly selected: ReadonlySet<number>
  readonly selecting: boolean
  toggle(order: number): void
  accepts(card: Card, to: OrderPlace | 'delete'): boolean
  drop(card: Card, to: OrderPlace | 'delete'): void
  setDragged(card: Card | undefined): void
  /** Card with the keyboard's focus. */
  readonly focused: number | undefined
  setFocused(order: number | undefined): void
  /** Card that was picked up with the keyboard, and the place where it would be put down. */
  readonly picked: number | undefined
  readonly pickedTarget: OrderPlace | 'delete' | undefined
  pressed(event: KeyboardEvent, card: Card): void
}

export const BoardToolsContext = createContext<BoardTools | undefined>(undefined)

export function useBoardTools(): BoardTools {
  const tools = useContext(BoardToolsContext)
  if (!tools) throw new Error('There is no board here.')
  return tools
}
