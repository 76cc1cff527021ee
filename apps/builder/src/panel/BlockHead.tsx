import { addBlockBelow, blockTypeWords, createLoop, duplicateBlock, removeSelection, type Block } from '@voronka/flow'
import { ArrowDownToLine, Check, Copy, CopyPlus, Ellipsis, Repeat, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorActions } from '../editor/index.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { usePanelTools } from './panel-tools.ts'

/** Number (a click copies it), kind and the three-dot menu. */
export function BlockHead({ block: { number, type } }: { readonly block: Block }) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { edit, select } = useEditorActions()
  const executed = type !== 'comment'
  const remove = () => edit((project) => removeSelection(project, { blocks: [number] }))
  /** Does it, and selects the block that came of it. */
  const add = (make: Parameters<typeof edit>[0]) => {
    let made: number | undefined
    edit((project) => {
      const edits = typeof make === 'function' ? make(project) : make
      for (const one of edits) if (one.type === 'put-block') made = one.block.number
      return edits
    })
    if (made !== undefined) select({ blocks: [made] })
  }
  return (
    <>
      <h2 className="min-w-0 truncate text-base font-semibold">{blockTypeWords[type][language]}</h2>
      <CopyNumber number={number} />
      <span className="flex-1" />
      <Menu
        align="end"
        trigger={<IconButton label={t('menu.label')} icon={<Ellipsis size={16} />} />}
        items={[
          ...(executed
            ? [
                { label: t('menu.loop'), icon: <Repeat size={16} />, onSelect: () => void edit((project) => createLoop(project, number)) },
                {
                  label: t('menu.below'),
                  icon: <ArrowDownToLine size={16} />,
                  onSelect: () => add((project) => addBlockBelow(project, number)),
                },
              ]
            : []),
          { label: t('menu.duplicate'), icon: <CopyPlus size={16} />, onSelect: () => add((project) => duplicateBlock(project, number)) },
          { label: t('menu.delete'), icon: <Trash2 size={16} />, danger: true, onSelect: () => void remove() },
        ]}
      />
    </>
  )
}

function CopyNumber({ number }: { readonly number: number }) {
  const { t } = useTranslation('panel')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(String(number))
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <>
      <button
        type="button"
        className="flex h-6 flex-none items-center gap-1 rounded-sm bg-sunken px-1.5 text-xs font-medium text-muted tabular-nums hover:bg-hover hover:text-text"
        aria-label={t('number', { number })}
        title={t('number', { number })}
        onClick={() => void copy()}
      >
        № {number}
        {copied ? <Check aria-hidden className="size-3 text-success" /> : <Copy aria-hidden className="size-3 text-faint" />}
      </button>
      <output className="sr-only">{copied && t('copied', { number })}</output>
    </>
  )
}
