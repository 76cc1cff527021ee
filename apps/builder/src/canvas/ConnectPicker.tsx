import { addBlockBelow, connect } from '@voronka/flow'
import { Command } from 'cmdk'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaletteFrame } from '../palette/PaletteFrame.tsx'
import { useEditor } from '../editor/index.ts'
import { BlockLine } from './BlockLine.tsx'
import { useCanvas } from './canvas-view.ts'
import { createAndShow } from './commands.ts'
import type { CommandContext } from './commands.ts'
import { findBlocks } from './find-blocks.ts'

/** Drawing an arrow with the keyboard: the target is chosen by its number or name. */
export function ConnectPicker({ context }: { context: CommandContext }) {
  const from = useCanvas((state) => state.connecting)
  return from === undefined ? null : <Picker key={from} from={from} context={context} />
}

function Picker({ from, context }: { from: number; context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const project = useEditor((state) => state.project)
  const [query, setQuery] = useState('')
  const close = () => useCanvas.setState({ connecting: undefined })
  const targets = findBlocks(project, query, context.language).filter(({ block }) => block.type !== 'comment')
  return (
    <PaletteFrame
      label={t('command.connect')}
      query={query}
      onQuery={setQuery}
      placeholder={t('palette.connect', { number: from })}
      onClose={close}
    >
      <Command.Empty className="px-3 py-6 text-center text-sm text-faint">{t('palette.noBlocks')}</Command.Empty>
      {targets.slice(0, 50).map(({ block }) => (
        <Command.Item
          key={block.number}
          value={`block ${block.number}`}
          onSelect={() => {
            close()
            createAndShow(context, (now) => connect(now, from, block.number))
          }}
        >
          <BlockLine block={block} />
        </Command.Item>
      ))}
      {!query.trim() && (
        <Command.Item
          value="new"
          onSelect={() => {
            close()
            createAndShow(context, (now) => addBlockBelow(now, from))
          }}
        >
          <Plus size={14} aria-hidden />
          {t('palette.newBlock')}
        </Command.Item>
      )}
    </PaletteFrame>
  )
}
