import type { Arrow, Block, Project, ProjectSettings, Sheet } from './flow.ts'
import { sameJson } from './file/same-json.ts'

export interface ListDiff<Field> {
  readonly added: readonly number[]
  readonly removed: readonly number[]
  /** `layout`: only where it stands on the canvas has changed; for clients it is the same. */
  readonly changed: readonly { readonly number: number; readonly fields: readonly Field[]; readonly layout: boolean }[]
}

export interface ProjectDiff {
  readonly blocks: ListDiff<keyof Block>
  readonly arrows: ListDiff<keyof Arrow>
  readonly sheets: ListDiff<keyof Sheet>
  readonly settings: readonly (keyof ProjectSettings)[]
  /** Nothing differs that a person could see or a client could meet. */
  readonly same: boolean
}

/** What changes from `a` to `b`, by number and by the names of fields. What the two share by identity costs nothing to compare. */
export function diffProjects(a: Project, b: Project): ProjectDiff {
  const blocks = diffLists(a.blocks, b.blocks, ({ number }) => number)
  const arrows = diffLists(a.arrows, b.arrows, ({ id }) => id)
  const sheets = diffLists(a.sheets, b.sheets, ({ id }) => id)
  const settings = changedFields(a.settings, b.settings)
  const same = [blocks, arrows, sheets].every(isEmpty) && settings.length === 0
  return { blocks, arrows, sheets, settings, same }
}

function diffLists<T extends object>(a: readonly T[], b: readonly T[], numberOf: (item: T) => number): ListDiff<keyof T> {
  const before = new Map(a.map((item) => [numberOf(item), item]))
  const after = new Map(b.map((item) => [numberOf(item), item]))
  const changed = b.flatMap((item) => {
    const former = before.get(numberOf(item))
    const fields = former === undefined || former === item ? [] : changedFields(former, item)
    return fields.length ? [{ number: numberOf(item), fields, layout: fields.every((field) => layoutFields.has(field)) }] : []
  })
  return {
    added: [...after.keys()].filter((number) => !before.has(number)),
    removed: [...before.keys()].filter((number) => !after.has(number)),
    changed,
  }
}

function changedFields<T extends object>(a: T, b: T): (keyof T)[] {
  const fields: (keyof T)[] = []
  for (const name in b) if (!sameJson(a[name], b[name])) fields.push(name)
  return fields
}

const isEmpty = ({ added, removed, changed }: ListDiff<PropertyKey>): boolean => !added.length && !removed.length && !changed.length

const layoutFields: ReadonlySet<PropertyKey> = new Set(['x', 'y', 'sheet', 'bends', 'label'])
