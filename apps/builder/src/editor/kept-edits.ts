import { editSchema } from '@voronka/flow'
import type { Edit } from '@voronka/flow'
import { z } from 'zod'
import { deviceStorage } from '../app/device-memory.ts'

const keptSchema = z.object({ revision: z.int().nonnegative(), edits: z.array(editSchema) })

/** Edits of one project that the server does not have yet, on this device: they outlive the page. */
export interface KeptEdits {
  /** False when the device has no room for them, or keeps nothing. */
  keep(revision: number, edits: readonly Edit[]): boolean
  forget(): void
}

const prefix = (projectId: number) => `voronka.unsaved.${projectId}.`

/** Each page keeps its own, so that two tabs do not overwrite each other. */
export const keptEdits = (projectId: number, editor: string, store = deviceStorage()): KeptEdits => ({
  keep(revision, edits) {
    if (!store) return false
    try {
      store.setItem(prefix(projectId) + editor, JSON.stringify({ revision, edits }))
      return true
    } catch {
      return false
    }
  },
  forget: () => store?.removeItem(prefix(projectId) + editor),
})

/** What earlier pages could not save of this project, and how to let go of it. */
export function findKeptEdits(
  projectId: number,
  store = deviceStorage(),
): { readonly revision: number; readonly edits: Edit[]; forget(): void }[] {
  if (!store) return []
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index)).filter((key) => key?.startsWith(prefix(projectId)))
  return keys.flatMap((key) => {
    if (key === null) return []
    const read = keptSchema.safeParse(parse(store.getItem(key)))
    const forget = () => store.removeItem(key)
    return read.success && read.data.edits.length ? [{ ...read.data, forget }] : []
  })
}

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
