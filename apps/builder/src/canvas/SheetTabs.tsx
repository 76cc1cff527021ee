import { addSheet, moveSheet, moveToSheet, nextSheetId, removeSheet, renameSheet } from '@voronka/flow'
import type { Sheet } from '@voronka/flow'
import clsx from 'clsx'
import { ChevronDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../editor/index.ts'
import { IconButton, Menu } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import type { CommandContext } from './commands.ts'
import { editWithUndo } from './remove.ts'

/** The sheets of the funnel, at the bottom right. They only divide it for the eye: the bot runs all of them as one. */
export function SheetTabs({ context }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const sheets = useEditor(({ project }) => project.sheets)
  const readOnly = useEditor((state) => state.readOnly)
  const { actions, store } = context
  const add = () => {
    const id = nextSheetId(store.getState().project)
    if (actions.edit((project) => addSheet(project))) actions.showSheet(id)
  }
  return (
    <nav
      aria-label={t('sheets.label')}
      className="absolute right-3 bottom-14 flex @xl:bottom-3 max-w-[min(60%,520px)] items-center gap-0.5 overflow-x-auto rounded-md bg-raised p-0.5 shadow-float"
    >
      {sheets.map((sheet, index) => (
        <Tab key={sheet.id} sheet={sheet} index={index} count={sheets.length} context={context} />
      ))}
      {!readOnly && <IconButton side="top" label={t('sheets.add')} icon={<Plus size={16} />} onClick={add} />}
    </nav>
  )
}

interface TabProps {
  readonly sheet: Sheet
  readonly index: number
  readonly count: number
  readonly context: CommandContext
}

function Tab({ sheet: { id, name }, index, count, context }: TabProps) {
  const { t } = useTranslation('canvas')
  const { actions, store, language } = context
  const shown = useEditor((state) => state.sheet === id)
  const selected = useEditor(({ selection }) => selection.blocks.size > 0)
  const [renaming, setRenaming] = useState(false)

  if (renaming)
    return (
      <input
        // The person asked for it: typing goes on here.
        ref={(field) => field?.select()}
        aria-label={t('sheets.name')}
        defaultValue={name}
        className="h-8 w-28 rounded-md border border-accent bg-field px-2 text-sm"
        onBlur={({ target }) => {
          if (target.value.trim() !== name) actions.edit((project) => renameSheet(project, id, target.value))
          setRenaming(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.value = name
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    )

  const items: MenuEntry[] = [
    { label: t('sheets.rename'), onSelect: () => setTimeout(() => setRenaming(true)) },
    {
      label: t('sheets.moveLeft'),
      disabled: index === 0,
      onSelect: () => void actions.edit((project) => moveSheet(project, id, index - 1)),
    },
    {
      label: t('sheets.moveRight'),
      disabled: index === count - 1,
      onSelect: () => void actions.edit((project) => moveSheet(project, id, index + 1)),
    },
    'line',
    {
      label: t('sheets.delete'),
      danger: true,
      disabled: count === 1,
      onSelect: () => editWithUndo(store, actions, removeSheet(store.getState().project, id), language, t('sheets.deleted', { name })),
    },
  ]
  return (
    <span className={clsx('flex shrink-0 items-center rounded-md', shown ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-hover')}>
      <button
        type="button"
        aria-current={shown ? 'true' : undefined}
        className="h-8 max-w-40 truncate rounded-md px-2.5 text-sm"
        onClick={(event) => {
          if (event.altKey && selected) actions.edit((project) => moveToSheet(project, store.getState().selection.blocks, id))
          actions.showSheet(id)
        }}
        onDoubleClick={() => setRenaming(!store.getState().readOnly)}
      >
        {name}
      </button>
      {shown && (
        <Menu
          side="top"
          align="end"
          items={items}
          trigger={
            <button type="button" aria-label={t('sheets.menu', { name })} className="-ml-1.5 flex h-8 items-center rounded-md pr-1.5">
              <ChevronDown size={14} aria-hidden />
            </button>
          }
        />
      )}
    </span>
  )
}
