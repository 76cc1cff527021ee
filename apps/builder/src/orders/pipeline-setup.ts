import { create } from 'zustand'

interface Opened {
  /** The one that is set up first; none: a new one. */
  readonly pipeline?: number
  /** A state whose settings stand open. */
  readonly state?: number
}

interface PipelineSetup {
  readonly opened: Opened | undefined
  open(what: Opened): void
  close(): void
}

/** The window in which pipelines are set up; several places open it. */
export const usePipelineSetup = create<PipelineSetup>()((set) => ({
  opened: undefined,
  open: (opened) => set({ opened }),
  close: () => set({ opened: undefined }),
}))
