import type { TaskInfo } from '@voronka/api'
import type { TaskStart } from './TaskDialog.tsx'

/** What every view of tasks is handed. */
export interface ViewProps {
  readonly tasks: readonly TaskInfo[]
  readonly editable: boolean
  onOpen(task: TaskInfo): void
  onTick(task: TaskInfo): void
  onAdd(start: TaskStart): void
  /** Dragged elsewhere, or moved with the menu of its card. */
  onMove(task: number, to: { readonly date?: string; readonly column?: number | null }): void
}
