import type { Edit } from '@voronka/flow'
import { useTranslation } from 'react-i18next'
import { useEditorActions, useEditorStore } from '../editor/index.ts'
import { toast } from '../ui/index.ts'

export interface ChangeWords {
  /** What the step is called in the history. */
  readonly label: string
  /** What a toast says that has happened; without it there is no toast. */
  readonly said?: string
}

/**
 * Changes the document as one step, and offers in a toast to take it back for as long as it can be taken back. Gives the function that does so, or
 * nothing when what the edits are about is gone.
 */
export function useEditWithUndo(): (edits: readonly Edit[], words: ChangeWords) => (() => void) | undefined {
  const { t } = useTranslation('app')
  const store = useEditorStore()
  const actions = useEditorActions()
  return (edits, { label, said }) => {
    if (!actions.edit(edits, { label })) return undefined
    const step = store.getState().history.past.at(-1)
    const takeBack = () => {
      const { past } = store.getState().history
      if (past.at(-1) === step) actions.undo()
      // Other steps came since: those stay, and this one is taken back by a step of its own.
      else if (step && past.includes(step)) actions.edit(step.backward, { label: t('ui.undo') })
    }
    if (said === undefined) return takeBack
    const close = () => stop()
    const id = toast(said, { action: { label: t('ui.undo'), onClick: takeBack }, onDismiss: close, onAutoClose: close })
    const stop = store.subscribe(({ history }) => {
      if (step && history.past.includes(step)) return
      stop()
      toast.dismiss(id)
    })
    return takeBack
  }
}
