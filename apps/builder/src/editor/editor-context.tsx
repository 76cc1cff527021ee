import { checkProject } from '@voronka/flow'
import type { Arrow, Block, Problem, Targets } from '@voronka/flow'
import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Editor, EditorActions } from './create-editor.ts'
import type { EditorState } from './editor-state.ts'
import { watchProblems } from './problems.ts'
import type { ProblemBook } from './problems.ts'
import { indexOf } from './project-index.ts'

interface Open extends Editor {
  readonly problems: StoreApi<ProblemBook>
  readonly projectId: number
}

const EditorContext = createContext<Open | undefined>(undefined)

interface EditorProviderProps {
  readonly editor: Editor
  readonly projectId: number
  /** What actions of blocks can name, as far as it is known. */
  readonly targets?: Targets
  readonly children: ReactNode
}

/** Makes an open project reachable for everything below. */
export function EditorProvider({ editor, projectId, targets, children }: EditorProviderProps) {
  const [watch] = useState(() => watchProblems(editor.store, checkProject))
  useEffect(() => watch.start(), [watch])
  useEffect(() => watch.know(targets), [watch, targets])
  return <EditorContext value={{ ...editor, problems: watch.book, projectId }}>{children}</EditorContext>
}

function useOpen(): Open {
  const open = useContext(EditorContext)
  if (!open) throw new Error('There is no open project here: this belongs below EditorProvider.')
  return open
}

/** The least that a component needs of the state: it renders again only when that changes. */
export const useEditor = <T,>(select: (state: EditorState) => T): T => useStore(useOpen().store, select)

/** The store itself, for handlers that look at the state when something happens and need not render with it. */
export const useEditorStore = (): StoreApi<EditorState> => useOpen().store

export const useEditorActions = (): EditorActions => useOpen().actions

export const useProjectId = (): number => useOpen().projectId

export const useBlock = (number: number): Block | undefined => useEditor(({ project }) => indexOf(project).blocks.get(number))

export const useArrow = (id: number): Arrow | undefined => useEditor(({ project }) => indexOf(project).arrows.get(id))

/** All problems of the document, a moment after the last change. */
export const useProblems = (): readonly Problem[] => useStore(useOpen().problems, ({ all }) => all)

const none: readonly Problem[] = []

/** Problems of one block or arrow. */
export const useProblemsOf = ({ block, arrow }: { block?: number; arrow?: number }): readonly Problem[] =>
  useStore(useOpen().problems, ({ byBlock, byArrow }) => (block === undefined ? byArrow.get(arrow ?? 0) : byBlock.get(block)) ?? none)

export const useProblemBook = (): ProblemBook => useStore(useOpen().problems)
