import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { Card, OrderPlace } from '@voronka/api'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Marks our own drags: files and texts from elsewhere are none of the board's business. */
const kind = Symbol('order')

const cardIn = (data: Record<string | symbol, unknown>): Card | undefined => (data[kind] === true ? (data['card'] as Card) : undefined)

/** Makes a card something that mouse and finger (after a long press) can drag. */
export function useDraggableCard(card: Card, enabled: boolean, onDragging: (card: Card | undefined) => void) {
  const ref = useRef<HTMLElement>(null)
  const tell = useEffectEvent(onDragging)
  const data = useEffectEvent(() => ({ [kind]: true, card }))
  useEffect(() => {
    const element = ref.current
    if (!element || !enabled) return undefined
    return draggable({
      element,
      getInitialData: () => data(),
      onDragStart: ({ source }) => tell(cardIn(source.data)),
      onDrop: () => tell(undefined),
    })
  }, [enabled])
  return ref
}

export type DropState = 'idle' | 'over' | 'refused'

/** A place where cards can be dropped. `accepts` says whether this one may be; a refused card does not drop. */
export function useDropPlace(
  place: OrderPlace | 'delete',
  accepts: (card: Card) => boolean,
  onDrop: (card: Card) => void,
): [ref: React.RefObject<HTMLDivElement | null>, state: DropState] {
  const ref = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<DropState>('idle')
  const may = useEffectEvent(accepts)
  const drop = useEffectEvent(onDrop)
  const data = useEffectEvent(() => ({ place }))
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => cardIn(source.data) !== undefined,
      getData: () => data(),
      onDragEnter: ({ source }) => {
        const card = cardIn(source.data)
        if (card) setState(may(card) ? 'over' : 'refused')
      },
      onDragLeave: () => setState('idle'),
      onDrop: ({ source }) => {
        setState('idle')
        const card = cardIn(source.data)
        if (card && may(card)) drop(card)
      },
    })
  }, [])
  return [ref, state]
}
