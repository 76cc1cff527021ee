import { useEditor } from '../editor/index.ts'
import { ArrowPanel } from './ArrowPanel.tsx'
import { BlockPanel } from './BlockPanel.tsx'
import { ManyPanel } from './ManyPanel.tsx'

/** The fields of what is selected on the canvas; nothing while nothing is selected, so that the canvas has the whole window. */
export function Panel() {
  const { blocks, arrows } = useEditor(({ selection }) => selection)
  const [block] = blocks
  const [arrow] = arrows
  if (blocks.size + arrows.size > 1) return <ManyPanel blocks={[...blocks]} arrows={[...arrows]} />
  // The key makes half-typed words of one element end with it.
  if (block !== undefined) return <BlockPanel key={block} number={block} />
  return arrow === undefined ? null : <ArrowPanel key={arrow} id={arrow} />
}
