import type { Edit } from '@voronka/flow'
import { useTranslation } from 'react-i18next'
import { useEditorActions, useEditorStore } from '../editor/index.ts'
import { toast } from '../ui/index.ts'

export interface ChangeWords {
  /** What the step is called in the history. */
  readonly label: string
  /** What the toast says that has happened. */
  readonly said: string
}

/**
 * Changes the document and offers to take it back in a toast; Ctrl+Z takes it back as well. Gives the function that does so, or nothing when what
 * the edits are about is gone.
 */
export function useEditWithUndo(): (edits: readonly Edit[], words: ChangeWords) => (() => void) | undefined {
  const { t } = useTranslation('app')
  const store = useEditorStore()
  const actions = useEditorActions()
  return (edits, { label, said }) => {
    if (!actions.edit(edits, { label })) return undefined
    const step = store.getState().history.past.at(-1)
    const takeBack = () => {
      const last = store.getState().history.past.at(-1)
      if (last === step) actions.undo()
      // Other steps came since: those stay, and this one is taken back by a step of its own.
      else if (step?.backward) actions.edit(step.backward, { label: t('ui.undo') })
    }
    toast(said, { action: { label: t('ui.undo'), onClick: takeBack } })
    return takeBack
  }
}
