import { editSchema } from '@voronka/flow'
import type { Edit } from '@voronka/flow'
import { z } from 'zod'
import { ApiError } from '../app/api-error.ts'
import { takeEarlyDraft } from '../app/early-draft.ts'
import { listenLive } from '../app/live.ts'
import { whenSignedInAgain } from '../app/session.ts'
import { createEditor } from './create-editor.ts'
import type { Editor } from './create-editor.ts'
import { findRun } from './find-run.ts'
import { findKeptEdits, keptEdits } from './kept-edits.ts'
import { httpTransport } from './transport.ts'
import type { Transport } from './transport.ts'

export interface OpenedProject {
  readonly editor: Editor
  /** How many edits of an earlier page were put back. */
  readonly putBack: number
}

/** Opens a project for editing: first brings in what an earlier page of this device could not save. Throws `ApiError` when it cannot be loaded. */
export async function openProject(projectId: number): Promise<OpenedProject> {
  const name = crypto.randomUUID()
  const transport = httpTransport(projectId, name)
  const early = takeEarlyDraft(projectId)
  const found = findKeptEdits(projectId)
  const left = []
  let putBack = 0
  for (const kept of found) {
    const theirs = await deliver(transport, kept)
    if (theirs !== 'had them') putBack += kept.edits.length
    if (Array.isArray(theirs)) left.push({ edits: kept.edits, theirs, forget: kept.forget })
    else kept.forget()
  }
  // What is brought in now is not yet in a draft that was asked for before.
  const opened = (found.length ? undefined : await early) ?? (await transport.load())
  const editor = createEditor(opened, { editor: name, transport, kept: keptEdits(projectId, name) })
  for (const { edits, theirs, forget } of left) {
    editor.sync.adopt(edits, theirs)
    forget()
  }
  return { editor, putBack }
}

/** Connects an open project with what happens outside of it. Gives the function that ends that; what is unsaved is still sent. */
export function attach({ sync, store }: Editor, projectId: number): () => void {
  const leave = () => {
    sync.keep()
    void sync.flush({ keepalive: true })
  }
  const retry = () => void sync.flush()
  const warn = (event: BeforeUnloadEvent) => {
    if (store.getState().save.state !== 'saved') leave()
    if (store.getState().save.state === 'failed' || store.getState().save.state === 'conflict') event.preventDefault()
  }
  const deaf = listenLive(projectId, (event) => {
    sync.hear(event)
    if (event.type === 'hello') retry()
  })
  const deafToSignIn = whenSignedInAgain(retry)
  window.addEventListener('pagehide', leave)
  window.addEventListener('beforeunload', warn)
  window.addEventListener('online', retry)
  return () => {
    deaf()
    deafToSignIn()
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('beforeunload', warn)
    window.removeEventListener('online', retry)
    retry()
  }
}

/** Nothing is wrong with the edits: who sends them is not signed in, has no right to it, or there is no such project. */
const refusedWhole = new Set([401, 403, 404])

/** Whether the server took them or had them already; else what others did that stands against them. */
async function deliver(
  transport: Transport,
  { revision, edits }: { revision: number; edits: Edit[] },
): Promise<'taken' | 'had them' | Edit[]> {
  try {
    await transport.save(revision, edits)
    return 'taken'
  } catch (error) {
    if (!(error instanceof ApiError) || error.passing || refusedWhole.has(error.status)) throw error
    const read = z.object({ edits: z.array(editSchema) }).safeParse(error.details)
    const theirs = read.success ? read.data.edits : []
    // A page that is left keeps its edits here and also sends them with its last breath, whose answer nobody hears.
    return findRun(theirs, edits) ? 'had them' : theirs
  }
}
