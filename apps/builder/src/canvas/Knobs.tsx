import type { BlockType } from '@voronka/flow'
import { memo } from 'react'
import { Handle, Position } from 'reactflow'
import { inKnob, outKnob } from './card-layout.ts'
import type { CardLayout } from './card-layout.ts'

/** The round knobs from which arrows are drawn: at the bottom, and one at each button. The whole card takes arrows; this is only where they end. */
export const Knobs = memo(function Knobs({ layout, type }: { layout: CardLayout; type: BlockType }) {
  if (type === 'comment') return null
  return (
    <>
      <Handle type="target" id={inKnob} position={Position.Top} isConnectableStart={false} className="knob knob-in" />
      {layout.knobs.map(({ id, x, y }) => (
        <Handle
          key={id}
          type="source"
          id={id}
          position={id === outKnob ? Position.Bottom : Position.Right}
          isConnectableEnd={false}
          className="knob"
          style={{ left: x, top: y }}
        />
      ))}
    </>
  )
})
