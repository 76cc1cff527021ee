import { applyEdits, EditError, touched } from '@voronka/flow'
import type { Arrow, Block, Edit, Project, ProjectSettings } from '@voronka/flow'
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { DraftSync } from './draft-sync.ts'
import type { SyncOptions } from './draft-sync.ts'
import { nothingLit, nothingSelected } from './editor-state.ts'
import type { EditorState, Highlight, Reveal, Selection, Step } from './editor-state.ts'
import { addStep, emptyHistory } from './history.ts'
import { indexOf } from './project-index.ts'

export interface EditOptions {
  /** Words for the undo tooltip; without them the edits are described. */
  readonly label?: string
  /** Edits with one key within a second are one step. */
  readonly merge?: string
}

export interface PatchOptions extends Omit<EditOptions, 'merge'> {
  /** True while a person types: the keystrokes in the same fields become one step. */
  readonly merge?: boolean
}

export interface EditorActions {
  /** Changes the document: edits, or a verb of `@voronka/flow` that makes them. False when what they are about is gone. */
  edit(edits: readonly Edit[] | ((project: Project) => readonly Edit[]), options?: EditOptions): boolean
  patchBlock(number: number, fields: Partial<Omit<Block, 'number'>>, options?: PatchOptions): void
  patchArrow(id: number, fields: Partial<Omit<Arrow, 'id'>>, options?: PatchOptions): void
  patchSettings(fields: Partial<ProjectSettings>, options?: PatchOptions): void
  undo(): void
  redo(): void
  /** Selects exactly these; `add` keeps what is selected already. */
  select(chosen: { blocks?: Iterable<number>; arrows?: Iterable<number> }, options?: { add?: boolean }): void
  showSheet(sheet: number): void
  /** Brings blocks or an arrow into view, on their own sheet, and selects them. */
  reveal(target: { blocks?: readonly number[]; arrow?: number }, options?: { pulse?: boolean; select?: boolean }): void
  light(highlight: Partial<Highlight>): void
  saveNow(): Promise<void>
  /** Saves everything and gives the revision that the server then has. Throws `ApiError` when that cannot be done now. */
  settled(): Promise<number>
  resolveConflict(choice: 'mine' | 'theirs'): void
}

export interface Editor {
  readonly store: StoreApi<EditorState>
  readonly actions: EditorActions
  readonly sync: DraftSync
}

export interface EditorOptions extends SyncOptions {
  readonly now?: () => number
}

/** One store for one open project. It knows nothing of React: components reach it through a context, tests call it outright. */
export function createEditor(opened: { project: Project; revision: number }, options: EditorOptions): Editor {
  const store = createStore<EditorState>()(() => ({
    project: opened.project,
    selection: nothingSelected,
    sheet: opened.project.sheets[0]?.id ?? 1,
    history: emptyHistory,
    save: { state: 'saved' },
    readOnly: false,
    highlight: nothingLit,
    reveal: undefined,
  }))
  const sync = new DraftSync(
    opened,
    {
      project: () => store.getState().project,
      replace: (project) => store.setState(within(project, store.getState())),
      show: (save) => store.setState({ save }),
    },
    options,
  )
  return { store, sync, actions: makeActions(store, sync, options.now ?? Date.now) }
}

function makeActions(store: StoreApi<EditorState>, sync: DraftSync, now: () => number): EditorActions {
  /** Applies and saves; gives the inverse, or nothing when something that the edits name is gone. */
  const apply = (edits: readonly Edit[]): Edit[] | undefined => {
    try {
      const { project, inverse } = applyEdits(store.getState().project, edits)
      store.setState(within(project, store.getState()))
      sync.note(edits)
      return inverse
    } catch (error) {
      if (error instanceof EditError) return undefined
      throw error
    }
  }

  const edit: EditorActions['edit'] = (given, { label, merge } = {}) => {
    const forward = typeof given === 'function' ? given(store.getState().project) : given
    if (!forward.length || store.getState().readOnly) return false
    const backward = apply(forward)
    if (!backward) return false
    store.setState({ history: addStep(store.getState().history, { forward, backward, label, merge, at: now() }) })
    return true
  }

  const reveal: EditorActions['reveal'] = ({ blocks = [], arrow }, { pulse = true, select = true } = {}) => {
    const { project } = store.getState()
    const index = indexOf(project)
    const first = index.blocks.get(blocks[0] ?? index.arrows.get(arrow ?? 0)?.from ?? 0)
    if (!first) return
    const request: Reveal = { blocks: blocks.length ? blocks : [first.number], arrow, pulse }
    store.setState({ sheet: first.sheet, reveal: request })
    if (select) store.setState({ selection: { blocks: new Set(blocks), arrows: new Set(arrow === undefined ? [] : [arrow]) } })
  }

  /** Takes a step from one end of the history to the other. A step whose things others removed is dropped. */
  const travel = (from: 'past' | 'future'): void => {
    const { history, readOnly } = store.getState()
    const step = history[from].at(-1)
    if (!step || readOnly) return
    const edits = from === 'past' ? step.backward : step.forward
    const inverse = apply(edits)
    const rest = { ...history, [from]: history[from].slice(0, -1) }
    if (!inverse) return store.setState({ history: rest })
    const moved: Step = {
      forward: from === 'past' ? inverse : edits,
      backward: from === 'past' ? edits : inverse,
      label: step.label,
      at: 0,
    }
    const to = from === 'past' ? 'future' : 'past'
    store.setState({ history: { ...rest, [to]: [...rest[to], moved] } })
    showPlace(store, edits)
  }

  return {
    edit,
    reveal,
    undo: () => travel('past'),
    redo: () => travel('future'),
    patchBlock: (number, fields, { merge, label } = {}) =>
      void edit([{ type: 'patch-block', number, fields }], { label, merge: merge ? keyOf(`block:${number}`, fields) : undefined }),
    patchArrow: (id, fields, { merge, label } = {}) =>
      void edit([{ type: 'patch-arrow', id, fields }], { label, merge: merge ? keyOf(`arrow:${id}`, fields) : undefined }),
    patchSettings: (fields, { merge, label } = {}) =>
      void edit([{ type: 'patch-settings', fields }], { label, merge: merge ? keyOf('settings', fields) : undefined }),
    select: ({ blocks = [], arrows = [] }, { add = false } = {}) => {
      const { selection } = store.getState()
      const next: Selection = {
        blocks: new Set([...(add ? selection.blocks : []), ...blocks]),
        arrows: new Set([...(add ? selection.arrows : []), ...arrows]),
      }
      if (!same(next, selection)) store.setState({ selection: next })
    },
    showSheet: (sheet) => store.setState({ sheet, selection: nothingSelected }),
    light: (highlight) => store.setState({ highlight: { ...nothingLit, ...highlight } }),
    saveNow: () => sync.flush(),
    settled: () => sync.settled(),
    resolveConflict: (choice) => {
      const given = sync.resolve(choice)
      if (!given.length) return
      // Taking theirs can be taken back like anything else.
      const { inverse } = applyEdits(store.getState().project, given)
      const step: Step = { forward: inverse, backward: given, at: now() }
      store.setState({ history: addStep(store.getState().history, step) })
    },
  }
}

const keyOf = (thing: string, fields: object): string => `${thing}:${Object.keys(fields).sort().join()}`

/** A new document with a selection and a sheet that exist in it. */
function within(project: Project, { selection, sheet }: EditorState): Partial<EditorState> {
  const { blocks, arrows } = indexOf(project)
  const gone = [...selection.blocks].some((number) => !blocks.has(number)) || [...selection.arrows].some((id) => !arrows.has(id))
  return {
    project,
    ...(gone && {
      selection: {
        blocks: new Set([...selection.blocks].filter((number) => blocks.has(number))),
        arrows: new Set([...selection.arrows].filter((id) => arrows.has(id))),
      },
    }),
    ...(!project.sheets.some(({ id }) => id === sheet) && { sheet: project.sheets[0]?.id ?? 1 }),
  }
}

/** After undo and redo the eye should find what changed: its sheet is shown and it is selected. */
function showPlace(store: StoreApi<EditorState>, edits: readonly Edit[]): void {
  const { project, sheet } = store.getState()
  const index = indexOf(project)
  const keys = [...touched(edits)].map((key) => key.split(':'))
  const named = (wanted: string) => keys.flatMap(([kind, name]) => (kind === wanted ? [Number(name)] : []))
  const blocks = named('block').filter((number) => index.blocks.has(number))
  const arrows = named('arrow').filter((id) => index.arrows.has(id))
  const [first] = [...blocks, ...arrows.flatMap((id) => index.arrows.get(id)?.from ?? [])]
  if (first === undefined) return
  store.setState({
    sheet: index.blocks.get(first)?.sheet ?? sheet,
    selection: { blocks: new Set(blocks), arrows: new Set(blocks.length ? [] : arrows) },
    reveal: { blocks: blocks.length ? blocks : [first], pulse: false },
  })
}

const same = (a: Selection, b: Selection): boolean => sameSet(a.blocks, b.blocks) && sameSet(a.arrows, b.arrows)
const sameSet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && [...a].every((item) => b.has(item))
