import { editDraft, getDraft } from '@voronka/api'
import type { Edit, Project } from '@voronka/flow'
import { call } from '../app/call.ts'

/** How the editor reaches the draft on the server. Both throw `ApiError`. */
export interface Transport {
  load(): Promise<{ revision: number; project: Project }>
  /** Edits against a revision; `missed` is what others did since. 409 `draft-conflict` with `{revision, edits}` when they did the same things. */
  save(revision: number, edits: readonly Edit[], options?: { keepalive?: boolean }): Promise<{ revision: number; missed: Edit[] }>
}

export const httpTransport = (projectId: number, editor: string): Transport => ({
  load: () => call(getDraft, { projectId }),
  save: (revision, edits, options) => call(editDraft, { projectId, revision, editor, edits: [...edits] }, options),
})
