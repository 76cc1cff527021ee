import { moveToSheet } from '@voronka/flow'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../editor/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { commands, isEnabled } from './commands.ts'
import type { Command, CommandContext, CommandId } from './commands.ts'

/** Commands by name as entries of a menu. */
export function useMenuOf(context: CommandContext): (ids: readonly (CommandId | 'line')[]) => MenuEntry[] {
  const { t } = useTranslation('canvas')
  return (ids) =>
    ids.map((id) => {
      const command = id === 'line' ? undefined : byId.get(id)
      return command ? entryOf(command, context, t(`command.${command.id}`)) : 'line'
    })
}

const byId = new Map(commands.map((command) => [command.id, command]))

const entryOf = (command: Command, context: CommandContext, label: string): MenuEntry => ({
  label,
  keys: command.keys?.[0]?.label ?? command.browserKeys,
  danger: command.id === 'delete',
  disabled: !isEnabled(command, context),
  onSelect: () => command.run(context),
})

/** What can be done with the selected blocks: the menu of the right button and of the three dots. */
export function useBlockMenu(context: CommandContext): MenuEntry[] {
  const { t } = useTranslation('canvas')
  const menuOf = useMenuOf(context)
  const sheets = useEditor(({ project }) => project.sheets)
  const shown = useEditor(({ sheet }) => sheet)
  const others = sheets.filter(({ id }) => id !== shown)
  const toSheet = (id: number) => () => {
    const { selection } = context.store.getState()
    context.actions.edit((project) => moveToSheet(project, selection.blocks, id))
  }
  return [
    ...menuOf(['openPanel', 'newBelow', 'connect', 'loop', 'line', 'copy', 'duplicate', 'duplicateWithArrow', 'line', 'cutArrows']),
    ...(others.length
      ? ['line' as const, { heading: t('menu.toSheet') }, ...others.map(({ id, name }) => ({ label: name, onSelect: toSheet(id) }))]
      : []),
    'line',
    ...menuOf(['deleteAndReconnect', 'delete']),
  ]
}
