import { Command } from 'cmdk'
import { Layers } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showPalette } from '../app/workspace.ts'
import { useEditor } from '../editor/index.ts'
import { Kbd } from '../ui/index.ts'
import { BlockLine } from './BlockLine.tsx'
import { commands } from './commands.ts'
import type { CommandContext } from './commands.ts'
import { findBlocks } from './find-blocks.ts'

const mostBlocks = 30

/** Everything by its name: blocks, sheets and commands (Ctrl+K). */
export function Palette({ context }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const { language, actions } = context
  const project = useEditor((state) => state.project)
  const [query, setQuery] = useState('')
  // Not deferred: the list marks its first line when the query changes, and Enter must find the lines of what was just typed.
  const blocks = useMemo(() => findBlocks(project, query, language).slice(0, query.trim() ? mostBlocks : 6), [project, query, language])
  const holds = (text: string) => text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())
  const offered = commands.filter(
    (command) => !command.unlisted && command.enabled?.(context) !== false && holds(t(`command.${command.id}`)),
  )
  const sheets = project.sheets.filter(({ name }) => holds(name))
  const choose = (run: () => void) => () => {
    showPalette(false)
    // After the palette has given the focus back.
    setTimeout(run)
  }
  return (
    <PaletteFrame
      label={t('command.palette')}
      query={query}
      onQuery={setQuery}
      placeholder={t('palette.placeholder')}
      onClose={() => showPalette(false)}
    >
      <Command.Empty className="px-3 py-6 text-center text-sm text-faint">{t('palette.none')}</Command.Empty>
      {blocks.length > 0 && (
        <Command.Group heading={t('group.blocks')}>
          {blocks.map(({ block, context: around }) => (
            <Command.Item
              key={block.number}
              value={`block ${block.number}`}
              onSelect={choose(() => actions.reveal({ blocks: [block.number] }))}
            >
              <BlockLine block={block} />
              {around && <span className="ml-auto max-w-1/2 truncate text-xs text-faint">{around}</span>}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {offered.length > 0 && (
        <Command.Group heading={t('group.actions')}>
          {offered.map((command) => (
            <Command.Item key={command.id} value={`command ${command.id}`} onSelect={choose(() => command.run(context))}>
              <span className="flex-1 truncate">{t(`command.${command.id}`)}</span>
              {command.keys?.[0] && <Kbd keys={command.keys[0].label} />}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {project.sheets.length > 1 && sheets.length > 0 && (
        <Command.Group heading={t('group.sheets')}>
          {sheets.map(({ id, name }) => (
            <Command.Item key={id} value={`sheet ${id}`} onSelect={choose(() => actions.showSheet(id))}>
              <Layers size={14} aria-hidden className="text-faint" />
              {name}
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </PaletteFrame>
  )
}

interface FrameProps {
  readonly label: string
  readonly query: string
  onQuery(query: string): void
  readonly placeholder: string
  onClose(): void
  readonly children: ReactNode
}

/** The window with one field and a list below it. Which lines are there is the caller's business: a thousand blocks need a better search than ours. */
export const PaletteFrame = ({ label, query, onQuery, placeholder, onClose, children }: FrameProps) => (
  <Command.Dialog
    open
    onOpenChange={(open) => open || onClose()}
    shouldFilter={false}
    label={label}
    loop
    overlayClassName="fixed inset-0 z-40 bg-black/40"
    contentClassName="fixed top-[10dvh] left-1/2 z-40 w-[min(560px,calc(100vw-24px))] -translate-x-1/2 animate-appear overflow-hidden rounded-md bg-raised text-text shadow-float outline-none"
  >
    <Command.Input
      value={query}
      onValueChange={onQuery}
      placeholder={placeholder}
      className="h-12 w-full border-b border-line bg-transparent px-4 text-lg outline-none sm:text-base"
    />
    <Command.List className="palette-list max-h-[56dvh] overflow-y-auto p-1 text-sm">{children}</Command.List>
  </Command.Dialog>
)
