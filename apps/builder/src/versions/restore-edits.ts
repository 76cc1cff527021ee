import { diffProjects } from '@voronka/flow'
import type { Edit, ListDiff, Project } from '@voronka/flow'
import { restate } from '../editor/restate.ts'

/**
 * The edits that make the draft equal to another document. Only what differs is touched, so the rest cannot collide with what others are doing, and
 * the whole is one step that can be undone. The highest numbers ever given stay: a number is never given twice.
 */
export function restoreEdits(draft: Project, wanted: Project): Edit[] {
  const { blocks, arrows, sheets, settings } = diffProjects(draft, wanted)
  const order = ({ sheets: list }: Project) => list.map(({ id }) => id).join()
  const keys = [
    ...keysOf('block', blocks),
    ...keysOf('arrow', arrows),
    ...keysOf('sheet', sheets),
    ...settings.map((field) => `settings:${field}`),
    // Which sheet stands first is not among the differences of any one of them.
    ...(order(draft) === order(wanted) ? [] : wanted.sheets.map(({ id }) => `sheet:${id}`)),
  ]
  return restate(draft, wanted, new Set(keys))
}

const keysOf = (kind: string, { added, removed, changed }: ListDiff<PropertyKey>): string[] =>
  [...added, ...removed, ...changed.map(({ number }) => number)].map((number) => `${kind}:${number}`)
