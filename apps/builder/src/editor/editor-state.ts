import type { Edit, Project } from '@voronka/flow'

/** What is chosen on the canvas; the panel shows it when it is one thing. */
export interface Selection {
  readonly blocks: ReadonlySet<number>
  readonly arrows: ReadonlySet<number>
}

export const nothingSelected: Selection = { blocks: new Set(), arrows: new Set() }

/** The path that a test dialogue took, lit on the canvas. */
export interface Highlight {
  readonly blocks: ReadonlySet<number>
  readonly arrows: ReadonlySet<number>
  /** Where the client stands now. */
  readonly current: number | null
}

export const nothingLit: Highlight = { blocks: new Set(), arrows: new Set(), current: null }

/** One entry of the history: what it did and what takes it back. */
export interface Step {
  readonly forward: readonly Edit[]
  readonly backward: readonly Edit[]
  /** Words for the tooltip where the edits alone do not say it. */
  readonly label?: string
  /** Edits with the same key that follow within a second join this step: one burst of typing is one step. */
  readonly merge?: string
  /** When it was last added to, in milliseconds. */
  readonly at: number
}

export interface History {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/**
 * `saving`: on its way, or about to be. `offline`: the server does not answer, the changes are kept on this device. `failed`: it answered and
 * refused. `conflict`: others changed the same things; a person decides.
 */
export type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly unsaved: number }
  | { readonly state: 'offline'; readonly unsaved: number }
  | { readonly state: 'failed'; readonly unsaved: number; readonly message: string }
  | { readonly state: 'conflict'; readonly unsaved: number; readonly keys: readonly string[] }

/** Asks the canvas to bring something into view. Each request is a new object. */
export interface Reveal {
  readonly blocks: readonly number[]
  readonly arrow?: number
  /** Blinks once, so that the eye finds it. */
  readonly pulse: boolean
}

/** All that is known of the one project that is open. */
export interface EditorState {
  /** The person may only look: every edit is refused here already. */
  readonly readOnly: boolean
  readonly project: Project
  readonly selection: Selection
  /** The sheet that the canvas shows. */
  readonly sheet: number
  readonly history: History
  readonly save: SaveState
  readonly highlight: Highlight
  readonly reveal: Reveal | undefined
}
