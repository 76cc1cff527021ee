import {
  applyEdits,
  documentLimits,
  EditError,
  editSchema,
  readProject,
  touched,
  writeProject,
  type Edit,
  type Project,
} from '@voronka/flow'
import { settle, type Step } from '@voronka/flow/engine'
import { z } from 'zod'
import type { Db } from '../db/contract.ts'
import { forUpdate } from '../db/differences.ts'
import { failure, failureWith } from '../errors.ts'

export interface Draft {
  readonly project: Project
  readonly revision: number
}

export interface DraftChange {
  /** The revision that the editor began from. */
  readonly revision: number
  readonly editor: string
  readonly edits: readonly Edit[]
}

export interface Drafts {
  load(project: number): Step<Draft | undefined>
  /**
   * Saves small changes; gives what others changed since the editor's revision. Merges by element, refuses what collides. A batch that was saved
   * already (its answer was lost) changes nothing: `repeated`.
   */
  edit(project: number, change: DraftChange, now: number): Step<{ draft: Draft; missed: Edit[]; repeated: boolean }>
  /** Puts another document in the draft's place, as its next revision. */
  replace(project: number, document: Project, editor: string, now: number): Step<Draft>
  /** Keeps what was just stored, so that it need not be read again. */
  hold(project: number, draft: Draft): void
  /** Forgets what is kept in memory: after a transaction that was not committed. */
  forget(project: number): void
}

interface Kept extends Draft {
  /** Revision of the document in the database; the edits since then are in `draft_edits`. */
  readonly stored: number
}

/** Writing a large document costs milliseconds, an edit microseconds: so the whole is written once in so many edits. */
const editsBetweenWrites = 50

/** An editor that slept through more changes than these loads the draft anew. */
const mostMissed = 2000

/** A batch of edits, or the mark of a document that was replaced as a whole. */
const storedEdits = z.union([z.literal('replaced'), z.array(editSchema)])

/**
 * The documents being edited. Each accepted batch of edits is stored with its revision; the document itself is written now and then, and what
 * came after it is applied when it is loaded.
 */
export function createDrafts(db: Db): Drafts {
  const kept = new Map<number, Kept>()

  /** `change`: the draft is going to be changed, so nobody else may change it until the transaction ends. */
  function* load(id: number, change = false): Step<Kept | undefined> {
    const known = kept.get(id)
    if (!db.can.shared) return known ?? (yield* read(id))
    const asked = db.build.selectFrom('projects').select(['revision', 'draft_revision']).where('id', '=', id)
    const present = yield* settle(db.first<{ revision: number; draft_revision: number }>(change ? forUpdate(db, asked) : asked))
    if (!known || !present || known.revision > present.revision) return yield* read(id)
    if (known.revision === present.revision) return known
    return yield* caughtUp(id, { ...known, stored: present.draft_revision })
  }

  /** What another process changed since it was kept here. */
  function* caughtUp(id: number, known: Kept): Step<Kept | undefined> {
    const later = yield* since(id, known.revision)
    const edits = later.map((batch) => batch.edits)
    const complete = later.every((batch, index) => batch.revision === known.revision + index + 1 && batch.edits !== 'replaced')
    if (!complete) return yield* read(id)
    const project = edits.reduce(
      (document, batch) => (batch === 'replaced' ? document : applyEdits(document, batch).project),
      known.project,
    )
    return keep(id, { ...known, project, revision: known.revision + later.length })
  }

  function* read(id: number): Step<Kept | undefined> {
    const row = yield* settle(
      db.first<{ draft: string; draft_revision: number }>(
        db.build.selectFrom('projects').select(['draft', 'draft_revision']).where('id', '=', id),
      ),
    )
    if (!row) return undefined
    const document = readProject(row.draft)
    if (!document.ok) {
      const [problem] = document.problems
      throw new Error(`The stored draft of project ${id} cannot be read: ${problem?.path}: ${problem?.message.en}`)
    }
    const later = yield* since(id, row.draft_revision)
    // Put in its place after it was read: a replaced document is always stored whole.
    if (later.some(({ edits }) => edits === 'replaced')) return yield* read(id)
    const project = later.reduce(
      (before, { edits }) => (edits === 'replaced' ? before : applyEdits(before, edits).project),
      document.project,
    )
    return keep(id, { project, revision: later.at(-1)?.revision ?? row.draft_revision, stored: row.draft_revision })
  }

  function keep(id: number, draft: Kept): Kept {
    kept.delete(id)
    kept.set(id, draft)
    const [oldest] = kept.keys()
    if (kept.size > 100 && oldest !== undefined) kept.delete(oldest)
    return draft
  }

  function* since(id: number, revision: number) {
    const rows = yield* settle(
      db.all<{ revision: number; editor: string; edits: string }>(
        db.build
          .selectFrom('draft_edits')
          .select(['revision', 'editor', 'edits'])
          .where('project_id', '=', id)
          .where('revision', '>', revision)
          .orderBy('revision'),
      ),
    )
    return rows.map((row) => ({ ...row, edits: storedEdits.parse(JSON.parse(row.edits)) }))
  }

  function* record(id: number, revision: number, editor: string, edits: readonly Edit[] | 'replaced', now: number): Step<void> {
    yield* settle(
      db.run(db.build.insertInto('draft_edits').values({ project_id: id, revision, editor, edits: JSON.stringify(edits), at: now })),
    )
    if (revision % 100 === 0) {
      yield* settle(
        db.run(
          db.build
            .deleteFrom('draft_edits')
            .where('project_id', '=', id)
            .where('revision', '<=', revision - mostMissed),
        ),
      )
    }
  }

  function* store(id: number, { project, revision, stored }: Kept, whole: boolean, now: number): Step<Kept> {
    const name = project.settings.name
    const write = whole || revision - stored >= editsBetweenWrites
    const document = write ? { draft: writeProject(project), draft_revision: revision } : {}
    yield* settle(
      db.run(
        db.build
          .updateTable('projects')
          .set({ name, revision, updated_at: now, ...document })
          .where('id', '=', id),
      ),
    )
    const draft = { project, revision, stored: write ? revision : stored }
    // Where others are at work at the same time, what is not committed yet must not be seen: it is caught up with when it is asked for.
    return db.can.shared ? draft : keep(id, draft)
  }

  return {
    load: (id) => load(id),
    hold(id, draft) {
      if (!kept.has(id)) keep(id, { ...draft, stored: draft.revision })
    },
    forget: (id) => void kept.delete(id),

    *edit(id, { revision, editor, edits }, now) {
      const draft = yield* load(id, true)
      if (!draft) throw failure('project-not-found', id)
      if (revision > draft.revision || draft.revision - revision > mostMissed) throw failure('draft-outdated')
      const rows = revision === draft.revision ? [] : yield* since(id, revision)
      if (rows.some((row) => row.edits === 'replaced')) throw failure('draft-outdated')
      const text = JSON.stringify(edits)
      // The answer to this very batch was lost on the way, and its sender tries again.
      const repeated = rows.some((row) => row.editor === editor && JSON.stringify(row.edits) === text)
      const missed = rows.flatMap((row) => (row.editor === editor || row.edits === 'replaced' ? [] : row.edits))
      if (repeated) return { draft, missed, repeated }
      const mine = touched(edits)
      const conflict = () => failureWith('draft-conflict', { revision: draft.revision, edits: missed })
      if ([...touched(missed)].some((key) => mine.has(key))) throw conflict()
      const project = applied(draft.project, edits, conflict)
      const next = { project, revision: draft.revision + 1, stored: draft.stored }
      yield* record(id, next.revision, editor, edits, now)
      return { draft: yield* store(id, next, false, now), missed, repeated }
    },

    *replace(id, document, editor, now) {
      const draft = yield* load(id, true)
      if (!draft) throw failure('project-not-found', id)
      const project = {
        ...document,
        lastBlock: Math.max(document.lastBlock, draft.project.lastBlock),
        lastArrow: Math.max(document.lastArrow, draft.project.lastArrow),
      }
      const revision = draft.revision + 1
      yield* record(id, revision, editor, 'replaced', now)
      return yield* store(id, { project, revision, stored: draft.stored }, true, now)
    },
  }
}

function applied(project: Project, edits: readonly Edit[], conflict: () => Error): Project {
  try {
    return withinLimits(applyEdits(project, edits).project)
  } catch (error) {
    throw error instanceof EditError ? conflict() : error
  }
}

/** What grows beyond them could be stored but never read again. */
function withinLimits(project: Project): Project {
  const { sheets, blocks, arrows } = documentLimits
  if (project.sheets.length > sheets) throw failure('too-much-in-draft', `${sheets} sheets`)
  if (project.blocks.length > blocks) throw failure('too-much-in-draft', `${blocks} blocks`)
  if (project.arrows.length > arrows) throw failure('too-much-in-draft', `${arrows} arrows`)
  return project
}
