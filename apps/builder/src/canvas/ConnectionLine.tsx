import { Position } from 'reactflow'
import type { ConnectionLineComponentProps } from 'reactflow'
import { arrowCurves, svgPath } from './arrow-path.ts'

/** The arrow that is being drawn, in the shape that it will have. */
export function ConnectionLine({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps) {
  const leaves = fromPosition === Position.Right ? 'right' : 'down'
  const path = svgPath(arrowCurves({ source: { x: fromX, y: fromY }, target: { x: toX, y: toY }, leaves }))
  return <path d={path} className="fill-none stroke-accent stroke-2" />
}
