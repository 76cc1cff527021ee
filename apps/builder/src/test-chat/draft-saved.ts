import type { StoreApi } from 'zustand/vanilla'
import type { EditorActions, EditorState } from '../editor/index.ts'

/** Resolves when everything on the screen is on the server; throws when it cannot get there now. */
export async function draftSaved(store: StoreApi<EditorState>, { saveNow }: Pick<EditorActions, 'saveNow'>): Promise<void> {
  await saveNow()
  const { state } = await settled(store)
  if (state !== 'saved') throw new DraftNotSaved()
}

/** The server has an older draft than the screen: what would answer is not what is drawn. */
export class DraftNotSaved extends Error {
  override readonly name = 'DraftNotSaved'
}

function settled(store: StoreApi<EditorState>): Promise<EditorState['save']> {
  return new Promise((resolve) => {
    let stop = () => {}
    const look = ({ save }: EditorState) => {
      if (save.state === 'saving') return
      stop()
      resolve(save)
    }
    stop = store.subscribe(look)
    look(store.getState())
  })
}
