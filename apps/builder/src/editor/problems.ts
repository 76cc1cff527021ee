import type { CheckOptions, Problem, Project, Targets } from '@voronka/flow'
import { groupBy } from './group-by.ts'
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { EditorState } from './editor-state.ts'

/** What the checks say of the document, sorted by where it is. The list of one place keeps its identity while nothing about it changes. */
export interface ProblemBook {
  readonly all: readonly Problem[]
  readonly byBlock: ReadonlyMap<number, readonly Problem[]>
  readonly byArrow: ReadonlyMap<number, readonly Problem[]>
}

/** Long enough not to check between two keystrokes, short enough to be there when the person looks up. */
const pauseMs = 250
/** A bigger funnel is checked only when it is on the screen. */
const quicklyChecked = 100

/** Checks the document after every change, off the path of the change. */
export function watchProblems(store: StoreApi<EditorState>, check: (project: Project, options: CheckOptions) => readonly Problem[]) {
  const { project: opened } = store.getState()
  const big = opened.blocks.length > quicklyChecked
  let targets: Targets | undefined
  const book = createStore<ProblemBook>()(() => bookOf(big ? [] : check(opened, {})))
  const look = () => book.setState(bookOf(check(store.getState().project, { targets }), book.getState()))
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, pauseMs)
  }
  /** What the project has beside its funnel was heard of, or has changed. It comes in pieces while a project is opened. */
  const know = (known: Targets | undefined): void => {
    if (known === targets) return
    targets = known
    if (big) lookSoon()
    else look()
  }
  const start = (): (() => void) => {
    if (big) lookSoon()
    const stop = store.subscribe(({ project }, former) => {
      if (project !== former.project) lookSoon()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }
  return { book, start, know }
}

export function bookOf(all: readonly Problem[], former?: ProblemBook): ProblemBook {
  const byBlock = groupBy(
    all.filter(({ place }) => place.block !== undefined && place.arrow === undefined),
    ({ place }) => place.block ?? 0,
  )
  const byArrow = groupBy(
    all.filter(({ place }) => place.arrow !== undefined),
    ({ place }) => place.arrow ?? 0,
  )
  return { all, byBlock: keeping(byBlock, former?.byBlock), byArrow: keeping(byArrow, former?.byArrow) }
}

function keeping(now: Map<number, Problem[]>, former?: ReadonlyMap<number, readonly Problem[]>): ReadonlyMap<number, readonly Problem[]> {
  if (!former) return now
  return new Map(
    [...now].map(([key, problems]) => {
      const before = former.get(key)
      return [
        key,
        before && before.length === problems.length && before.every((problem, index) => problem === problems[index]) ? before : problems,
      ]
    }),
  )
}
