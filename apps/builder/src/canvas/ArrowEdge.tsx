import { hasDelay } from '@voronka/flow'
import type { Point } from '@voronka/flow'
import clsx from 'clsx'
import { memo, useMemo, useState } from 'react'
import { Position } from 'reactflow'
import type { EdgeProps } from 'reactflow'
import { arrowCurves, middle, pointOn, svgPath } from './arrow-path.ts'
import type { Curve } from './arrow-path.ts'
import { ArrowLabel } from './ArrowLabel.tsx'
import type { ArrowData, ArrowEdgeType } from './derive-edges.ts'
import { useDetail } from './level-of-detail.ts'
import { useBending } from './use-bending.ts'

/** One arrow: solid while it waits for the client, dashed with a delay, a diamond at its end when it collects data. */
export const ArrowEdge = memo(function ArrowEdge(props: EdgeProps<ArrowEdgeType>) {
  return props.data ? <Drawn {...props} data={props.data} /> : null
})

function Drawn({
  sourceX,
  sourceY,
  targetX,
  targetY,
  sourcePosition,
  selected = false,
  data,
}: EdgeProps<ArrowEdgeType> & { data: ArrowData }) {
  const { arrow, lit } = data
  const detail = useDetail()
  const [near, setNear] = useState(false)
  const leaves = sourcePosition === Position.Right ? 'right' : 'down'
  const ends = useMemo(
    () => ({ source: { x: sourceX, y: sourceY }, target: { x: targetX, y: targetY - headLength }, leaves }) as const,
    [sourceX, sourceY, targetX, targetY, leaves],
  )
  const { bends, hold, drop } = useBending(arrow, ends)
  const curves = useMemo(() => arrowCurves(ends, bends), [ends, bends])
  const path = svgPath(curves)

  return (
    <g
      className={clsx('arrow', selected && 'arrow-selected', lit && 'arrow-lit', hasDelay(arrow) && 'arrow-delayed')}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <path className="arrow-line" d={path} />
      {detail !== 'tile' && (
        <>
          <Head curves={curves} collects={arrow.collectsData} />
          <path className="arrow-reach nopan nodrag" d={path} onPointerDown={hold} />
          {(near || selected) &&
            bends.map(({ x, y }, index) => (
              <circle
                key={index}
                className="arrow-bend nopan nodrag"
                cx={x}
                cy={y}
                r={6}
                onPointerDown={(event) => hold(event, index)}
                onDoubleClick={(event) => drop(event, index)}
              />
            ))}
        </>
      )}
      {detail === 'full' && <ArrowLabel data={data} at={middle(curves)} near={near} selected={selected} />}
    </g>
  )
}

const headLength = 9

/** The head: drawn instead of an SVG marker, which cannot take the colour of its line everywhere. */
function Head({ curves, collects }: { curves: readonly Curve[]; collects: boolean }) {
  const last = curves.at(-1)
  if (!last) return null
  const { x, y } = last.to
  const angle = angleOf(pointOn(last, 0.98), last.to)
  return (
    <g transform={`translate(${x},${y}) rotate(${angle})`}>
      <path className="arrow-head" d={collects ? 'M-9,0 L-1,-6 L7,0 L-1,6 Z' : `M-1,-5 L${headLength},0 L-1,5 Z`} />
    </g>
  )
}

const angleOf = (from: Point, to: Point): number => (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
