import { blockTitle, blockTypeWords } from '@voronka/flow'
import type { Block } from '@voronka/flow'
import clsx from 'clsx'
import { useLanguage } from '../app/language.ts'
import { blockLooks } from './block-looks.ts'

/** A block in one line of a list: its kind, number and title. */
export function BlockLine({ block }: { block: Block }) {
  const language = useLanguage()
  const { icon: Icon, strip } = blockLooks[block.type]
  return (
    <>
      <span className={clsx('flex size-5 shrink-0 items-center justify-center rounded-sm border border-line', strip)}>
        <Icon size={12} aria-label={blockTypeWords[block.type][language]} />
      </span>
      <b className="shrink-0 tabular-nums">{block.number}</b>
      <span className="min-w-0 truncate">{blockTitle(block, language)}</span>
    </>
  )
}
