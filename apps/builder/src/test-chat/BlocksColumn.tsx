import type { Language } from '@voronka/calculator'
import { blockTitle, blockTypes, blockTypeWords, type Block, type BlockType } from '@voronka/flow'
import { Send } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, control } from '../ui/index.ts'
import { findBlocks } from './find-blocks.ts'

interface BlocksColumnProps {
  readonly blocks: readonly Block[]
  readonly language: Language
  readonly current: number | null
  readonly onSend: (block: number) => void
  readonly onShow: (block: number) => void
}

/** More is found by search. */
const mostShown = 100

/** Blocks to begin in the middle with (builder-and-runtime, section 16). */
export function BlocksColumn({ blocks, language, current, onSend, onShow }: BlocksColumnProps) {
  const { t } = useTranslation('test-chat')
  const [asked, setAsked] = useState('')
  const [type, setType] = useState<BlockType | ''>('')
  const wanted = useDeferredValue(asked)
  const found = useMemo(() => findBlocks(blocks, wanted, type), [blocks, wanted, type])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-none flex-col gap-1.5 border-b border-line p-2">
        <input
          className={control}
          type="search"
          aria-label={t('blocks.search')}
          placeholder={t('blocks.search')}
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
        <select
          className={control}
          aria-label={t('blocks.all')}
          value={type}
          onChange={({ target }) => setType(blockTypes.find((one) => one === target.value) ?? '')}
        >
          <option value="">{t('blocks.all')}</option>
          {blockTypes
            .filter((one) => one !== 'comment')
            .map((one) => (
              <option key={one} value={one}>
                {blockTypeWords[one][language]}
              </option>
            ))}
        </select>
      </div>
      <ul className="flex min-h-0 flex-1 flex-col overflow-y-auto p-1">
        {found.slice(0, mostShown).map((block) => (
          <li
            key={block.number}
            className={`group flex items-center gap-1 rounded-md ${block.number === current ? 'bg-accent-soft' : 'hover:bg-hover'}`}
          >
            <button type="button" className="flex min-w-0 flex-1 flex-col px-2 py-1 text-left" onClick={() => onShow(block.number)}>
              <span className="w-full truncate text-sm">
                <span className="text-muted tabular-nums">{block.number}.</span> {blockTitle(block, language)}
              </span>
              <span className="w-full truncate text-2xs text-faint">{blockTypeWords[block.type][language]}</span>
            </button>
            <IconButton
              label={t('blocks.sendBlock', { block: `${block.number}. ${blockTitle(block, language)}` })}
              hint={t('blocks.send')}
              icon={<Send size={16} />}
              onClick={() => onSend(block.number)}
            />
          </li>
        ))}
        {!found.length && <li className="p-4 text-center text-xs text-faint">{t('blocks.none')}</li>}
        {found.length > mostShown && (
          <li className="p-2 text-center text-xs text-faint">{t('blocks.more', { count: found.length - mostShown })}</li>
        )}
      </ul>
    </div>
  )
}
