import clsx from 'clsx'
import { memo } from 'react'
import type { NodeProps } from 'reactflow'
import { BlockCard } from './BlockCard.tsx'
import { blockLooks } from './block-looks.ts'
import type { BlockNodeType } from './derive-nodes.ts'
import { FarTitle } from './FarTitle.tsx'
import { Knobs } from './Knobs.tsx'
import { useDetail } from './level-of-detail.ts'
import { Plates } from './Plates.tsx'

/** One block on the canvas. It gets all it shows through `data` and is drawn again only when that, or the level of detail, changes. */
export const BlockNode = memo(function BlockNode({ data, selected }: NodeProps<BlockNodeType>) {
  const detail = useDetail()
  const { block, lit, problems } = data
  const ring = lit === 'current' ? 'outline-success' : selected ? 'outline-accent' : lit === 'path' ? 'outline-success/60' : undefined
  const outline = ring && clsx(lit === 'current' || selected ? 'outline-3' : 'outline-2', ring)
  if (detail === 'tile')
    return (
      <div className={clsx('size-full rounded-md border-6 border-strong', outline)} style={{ background: blockLooks[block.type].color }} />
    )
  return (
    <div
      className={clsx(
        'group/block size-full rounded-md border bg-surface text-text',
        problems.some(({ severity }) => severity === 'error') ? 'border-danger' : 'border-line',
        outline,
      )}
    >
      {detail === 'full' ? <BlockCard data={data} /> : <FarTitle block={block} />}
      <Knobs layout={data.layout} type={block.type} />
      {(data.leaving.length > 0 || data.arriving.length > 0) && <Plates data={data} />}
    </div>
  )
})
