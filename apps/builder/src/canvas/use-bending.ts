import { addBend, moveBend, removeBend } from '@voronka/flow'
import type { Arrow, Point } from '@voronka/flow'
import { useState } from 'react'
import type { MouseEvent, PointerEvent } from 'react'
import { useReactFlow } from 'reactflow'
import { useEditorActions } from '../editor/index.ts'
import { arrowCurves, nearestCurve } from './arrow-path.ts'

/** Below this the pointer only pressed: the arrow is selected, not bent. */
const slack = 4

/**
 * Bending an arrow by dragging any point of it (builder-and-runtime, section 2). While the pointer moves, the bends live here; the document hears of
 * them once, at the end.
 */
export function useBending(arrow: Arrow, ends: Parameters<typeof arrowCurves>[0]) {
  const { edit, select } = useEditorActions()
  const { screenToFlowPosition } = useReactFlow()
  const [held, setHeld] = useState<readonly Point[]>()

  const hold = (event: PointerEvent<SVGElement>, bend?: number) => {
    if (event.button !== 0) return
    event.stopPropagation()
    const { currentTarget: target, pointerId, clientX, clientY } = event
    select({ arrows: [arrow.id] }, { add: event.shiftKey || event.ctrlKey || event.metaKey })
    const pressed = screenToFlowPosition({ x: clientX, y: clientY })
    const index = bend ?? nearestCurve(arrowCurves(ends, arrow.bends), pressed)
    let last: Point | undefined
    target.setPointerCapture(pointerId)

    const move = (moved: globalThis.PointerEvent) => {
      if (!last && Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < slack) return
      const { x, y } = screenToFlowPosition({ x: moved.clientX, y: moved.clientY })
      last = { x: Math.round(x), y: Math.round(y) }
      setHeld(bend === undefined ? arrow.bends.toSpliced(index, 0, last) : arrow.bends.with(index, last))
    }
    const release = () => {
      target.removeEventListener('pointermove', move)
      target.removeEventListener('pointerup', release)
      target.removeEventListener('pointercancel', release)
      const at = last
      if (at) edit((project) => (bend === undefined ? addBend(project, arrow.id, at, index) : moveBend(project, arrow.id, index, at)))
      setHeld(undefined)
    }
    target.addEventListener('pointermove', move)
    target.addEventListener('pointerup', release)
    target.addEventListener('pointercancel', release)
  }

  const drop = (event: MouseEvent, index: number) => {
    event.stopPropagation()
    edit((project) => removeBend(project, arrow.id, index))
  }

  return { bends: held ?? arrow.bends, hold, drop }
}
