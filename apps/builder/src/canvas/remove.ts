import { describeEdits, removeSelection } from '@voronka/flow'
import type { Edit } from '@voronka/flow'
import type { Language } from '@voronka/calculator'
import i18next from 'i18next'
import type { StoreApi } from 'zustand/vanilla'
import type { EditorActions, EditorState } from '../editor/index.ts'
import { toast } from '../ui/index.ts'

/** Carries out something destructive and offers to take it back, also when other edits followed meanwhile. */
export function editWithUndo(
  store: StoreApi<EditorState>,
  actions: EditorActions,
  edits: readonly Edit[],
  language: Language,
  text = describeEdits(edits, language),
): void {
  if (!actions.edit(edits)) return
  const step = store.getState().history.past.at(-1)
  const undo = () => {
    if (store.getState().history.past.at(-1) === step) actions.undo()
    else if (step) actions.edit(step.backward)
  }
  toast(text, { action: { label: i18next.t('ui.undo', { ns: 'app' }), onClick: undo } })
}

/** Deletes blocks with their arrows, and arrows. */
export function remove(
  store: StoreApi<EditorState>,
  actions: EditorActions,
  what: { blocks?: Iterable<number>; arrows?: Iterable<number> },
  language: Language,
): void {
  editWithUndo(store, actions, removeSelection(store.getState().project, what), language)
}
