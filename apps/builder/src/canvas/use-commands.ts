import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useLanguage } from '../app/language.ts'
import { useWorkspace } from '../app/workspace.ts'
import { useEditorActions, useEditorStore, useProjectId } from '../editor/index.ts'
import { useCanvas } from './canvas-view.ts'
import { commands, isEnabled } from './commands.ts'
import type { Command, CommandContext, KeyCombination } from './commands.ts'

/** What commands work on. */
export const useCommandContext = (): CommandContext =>
  useMakeCommandContext({ store: useEditorStore(), actions: useEditorActions() }, useProjectId())

/** The same for an editor that is at hand: the list of everything stands outside of the screen of the funnel. */
export function useMakeCommandContext({ store, actions }: Pick<CommandContext, 'store' | 'actions'>, projectId: number): CommandContext {
  const language = useLanguage()
  const navigate = useNavigate()
  return useMemo(
    () => ({
      store,
      actions,
      language,
      toggleTest: () =>
        void navigate({
          to: '/p/$projectId',
          params: { projectId },
          search: (search) => ({ ...search, test: search.test ? undefined : 1 }),
          replace: true,
        }),
    }),
    [store, actions, language, navigate, projectId],
  )
}

/** Listens to the keys of all commands while the funnel is on the screen. */
export function useCommandKeys(context: CommandContext): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || pressesButton(event) || isBusy() || leavesPanel(event, context)) return
      const command = commandOf(event, inTextField(event.target))
      if (!command || !isEnabled(command, context)) return
      event.preventDefault()
      command.run(context)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [context])
}

/** The command of a key press. In a text field only those that work everywhere: the others' keys write there. */
export function commandOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  writing: boolean,
): Command | undefined {
  return commands.find(({ keys = [], everywhere }) => (everywhere || !writing) && keys.some((combination) => fits(event, combination)))
}

const fits = (
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  { code, ctrl, shift, alt }: KeyCombination,
): boolean =>
  event.code === code &&
  (event.ctrlKey || event.metaKey) === Boolean(ctrl) &&
  event.shiftKey === Boolean(shift) &&
  event.altKey === Boolean(alt)

/** Where keys write, or move within something of its own. */
export function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role=menu], [role=listbox], [role=dialog], [data-own-keys]') !== null
  )
}

/** Enter and the space bar press the button that has the focus. */
const pressesButton = ({ target, code }: KeyboardEvent): boolean =>
  (code === 'Enter' || code === 'Space') && target instanceof HTMLElement && target.closest('button, a, summary') !== null

/** Esc in a field of the panel gives the keys back to the canvas. What is selected stays so; the next Esc lets go of it. */
function leavesPanel({ code, target }: KeyboardEvent, { store }: CommandContext): boolean {
  if (code !== 'Escape' || !(target instanceof HTMLElement) || !target.closest('[data-panel]')) return false
  const [block] = store.getState().selection.blocks
  target.blur()
  if (block !== undefined) useCanvas.getState().view?.focusBlock(block)
  return true
}

/** A window is open over the canvas. */
function isBusy(): boolean {
  const { dialog, palette } = useWorkspace.getState()
  return dialog !== undefined || palette || document.querySelector('[role=dialog][data-state=open], [role=menu][data-state=open]') !== null
}
