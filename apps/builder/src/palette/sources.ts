import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { Gated } from '../app/rights.ts'
import { PlaceLines } from './PlaceLines.tsx'

/** What one part of the application has to find: it renders `Command.Group`s with a line for each thing that fits the query. */
export interface PaletteSource extends Gated {
  readonly name: string
  readonly Lines: ComponentType<LinesProps>
}

export interface LinesProps {
  /** As it is written; empty: what is worth offering before anything was asked. */
  readonly query: string
  /** Wraps what a line does, so that the window closes first. */
  choose(run: () => void): () => void
}

/** In the order of the list. */
export const sources: readonly PaletteSource[] = [
  {
    name: 'funnel',
    opens: ({ may }) => may('funnel'),
    Lines: lazy(() => import('../canvas/index.ts').then(({ FunnelLines }) => ({ default: FunnelLines }))),
  },
  { name: 'places', Lines: PlaceLines },
]
