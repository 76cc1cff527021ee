import type { Card, Column, OrderPlace } from '@voronka/api'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { isSamePlace } from './place.ts'

type Target = OrderPlace | 'delete'

interface CardKeys {
  readonly focused: number | undefined
  readonly picked: number | undefined
  readonly pickedTarget: Target | undefined
  setFocused(order: number | undefined): void
  pressed(event: KeyboardEvent, card: Card): void
}

interface CardKeysOptions {
  /** In the order in which they stand. */
  readonly columns: readonly Column[]
  /** Where a picked card can be put, in the order of the arrow keys. */
  readonly targets: readonly Target[]
  readonly editable: boolean
  accepts(card: Card, to: Target): boolean
  open(order: number): void
  toggle(order: number): void
  drop(card: Card, to: Target): void
  /** Says aloud what happened. */
  announce(what: 'picked' | 'over' | 'refused' | 'dropped' | 'put-back', card: Card, to: Target): void
}

/**
 * The board with the keyboard alone: arrows walk over the cards, Enter opens one, X selects it; Space picks it up, arrows choose its place, Space puts
 * it down and Escape puts it back. When the card that has the focus leaves the board, the one that took its seat has it.
 */
export function useCardKeys({ columns, targets, editable, accepts, open, toggle, drop, announce }: CardKeysOptions): CardKeys {
  const [focused, setFocused] = useState<number>()
  const [picked, setPicked] = useState<{ readonly number: number; readonly to: Target }>()

  const seat = useRef<{ readonly at: OrderPlace; readonly index: number }>(undefined)
  useEffect(() => {
    if (focused === undefined) return
    const at = columns.find(({ cards }) => cards.some(({ number }) => number === focused))
    if (at) {
      seat.current = { at: at.at, index: at.cards.findIndex(({ number }) => number === focused) }
      return
    }
    // Whoever is at something else is left there.
    const left = seat.current
    if (!left || document.activeElement !== document.body) return
    const cards = columns.find((column) => isSamePlace(column.at, left.at))?.cards ?? []
    const next = cards[Math.min(left.index, cards.length - 1)] ?? columns.find((column) => column.cards.length)?.cards[0]
    setFocused(next?.number)
  }, [columns, focused])

  function walk(card: Card, code: string): void {
    const at = columns.findIndex((column) => isSamePlace(column.at, card.at))
    const cards = columns[at]?.cards ?? []
    const index = cards.findIndex(({ number }) => number === card.number)
    const beside = (step: 1 | -1) => {
      for (let next = at + step; next >= 0 && next < columns.length; next += step) {
        const others = columns[next]?.cards ?? []
        if (others.length) return others[Math.min(index, others.length - 1)]
      }
      return undefined
    }
    const next = code === 'ArrowDown' ? cards[index + 1] : code === 'ArrowUp' ? cards[index - 1] : beside(code === 'ArrowRight' ? 1 : -1)
    if (next) setFocused(next.number)
  }

  function carry(card: Card, to: Target, code: string): void {
    if (code === 'Escape') {
      setPicked(undefined)
      return announce('put-back', card, card.at)
    }
    if (code === 'Space' || code === 'Enter') {
      setPicked(undefined)
      if (!accepts(card, to)) return announce('refused', card, to)
      drop(card, to)
      return announce('dropped', card, to)
    }
    const index = targets.findIndex((target) => sameTarget(target, to))
    const step = code === 'ArrowRight' || code === 'ArrowDown' ? 1 : -1
    const next = targets[(index + step + targets.length) % targets.length]
    if (next === undefined) return
    setPicked({ number: card.number, to: next })
    announce(accepts(card, next) ? 'over' : 'refused', card, next)
  }

  function pressed(event: KeyboardEvent, card: Card): void {
    const { code } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !keys.has(code)) return
    const isPicked = picked?.number === card.number
    if (code === 'Escape' && !isPicked) return
    event.preventDefault()
    event.stopPropagation()
    if (isPicked) return carry(card, picked.to, code)
    if (code === 'Enter') return open(card.number)
    if (code === 'KeyX') return editable ? toggle(card.number) : undefined
    if (code !== 'Space') return walk(card, code)
    if (!editable) return undefined
    setPicked({ number: card.number, to: card.at })
    return announce('picked', card, card.at)
  }

  return { focused, picked: picked?.number, pickedTarget: picked?.to, setFocused, pressed }
}

const keys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Space', 'Enter', 'Escape', 'KeyX'])

const sameTarget = (one: Target, other: Target): boolean =>
  one === 'delete' || other === 'delete' ? one === other : isSamePlace(one, other)
