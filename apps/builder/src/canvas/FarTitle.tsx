import { blockTitle } from '@voronka/flow'
import type { Block } from '@voronka/flow'
import clsx from 'clsx'
import { useLanguage } from '../app/language.ts'
import { blockLooks } from './block-looks.ts'
import { cardLayout } from './card-layout.ts'

const twoLines = 84

/** What can still be read from afar: the number and the title, large. */
export function FarTitle({ block }: { block: Block }) {
  const language = useLanguage()
  return (
    <div className={clsx('flex size-full items-start gap-3 overflow-hidden rounded-md px-3 py-2', blockLooks[block.type].strip)}>
      <b className="text-[30px] leading-9">{block.number}</b>
      <span className={clsx('text-[24px] leading-8', cardLayout(block).height < twoLines ? 'line-clamp-1' : 'line-clamp-2')}>
        {blockTitle(block, language)}
      </span>
    </div>
  )
}
