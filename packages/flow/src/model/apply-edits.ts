import type { Edit } from './edits.ts'
import type { Project, Sheet } from './flow.ts'
import { byId, byNumber } from './numbering.ts'

/** An edit names a block, arrow or sheet that is not there. Nothing of its batch was applied. */
export class EditError extends Error {
  override readonly name = 'EditError'
  readonly kind: 'block' | 'arrow' | 'sheet'
  readonly number: number

  constructor(kind: EditError['kind'], number: number) {
    super(`There is no ${kind} ${number}.`)
    this.kind = kind
    this.number = number
  }
}

/**
 * Gives the changed document and the edits that take it back. What is not touched keeps its identity, so memoised views and checks
 * stay valid. Blocks stay ordered by number and arrows by id. The highest numbers ever given only grow, in undo too: a number is
 * never given twice. Throws `EditError`; the document handed in is never changed.
 */
export function applyEdits(project: Project, edits: readonly Edit[]): { project: Project; inverse: Edit[] } {
  const draft = new Draft(project)
  const inverse = edits.map((edit) => draft.apply(edit))
  return { project: draft.finished(), inverse: inverse.reverse() }
}

/** A shallow copy under work: each list is copied at most once, however many edits there are. */
class Draft {
  private readonly former: Project
  private readonly blocks: OrderedList<Project['blocks'][number]>
  private readonly arrows: OrderedList<Project['arrows'][number]>
  private sheets: Sheet[]
  private settings: Project['settings']
  private lastBlock: number
  private lastArrow: number

  constructor(project: Project) {
    this.former = project
    this.blocks = new OrderedList(project.blocks, 'block', (block) => block.number, byNumber)
    this.arrows = new OrderedList(project.arrows, 'arrow', (arrow) => arrow.id, byId)
    this.sheets = project.sheets
    this.settings = project.settings
    this.lastBlock = project.lastBlock
    this.lastArrow = project.lastArrow
  }

  finished(): Project {
    const { blocks, arrows, sheets, settings, lastBlock, lastArrow } = this
    return { ...this.former, sheets, settings, lastBlock, lastArrow, blocks: blocks.items, arrows: arrows.items }
  }

  /** Carries the edit out and gives its inverse. */
  apply(edit: Edit): Edit {
    switch (edit.type) {
      case 'put-block': {
        const former = this.blocks.put(edit.block)
        this.lastBlock = Math.max(this.lastBlock, edit.block.number)
        return former ? { type: 'put-block', block: former } : { type: 'remove-block', number: edit.block.number }
      }
      case 'patch-block': {
        const former = this.blocks.at(edit.number)
        this.blocks.put({ ...former, ...edit.fields })
        return { type: 'patch-block', number: edit.number, fields: sameFields(former, edit.fields) }
      }
      case 'remove-block':
        return { type: 'put-block', block: this.blocks.remove(edit.number) }
      case 'put-arrow': {
        const former = this.arrows.put(edit.arrow)
        this.lastArrow = Math.max(this.lastArrow, edit.arrow.id)
        return former ? { type: 'put-arrow', arrow: former } : { type: 'remove-arrow', id: edit.arrow.id }
      }
      case 'patch-arrow': {
        const former = this.arrows.at(edit.id)
        this.arrows.put({ ...former, ...edit.fields })
        return { type: 'patch-arrow', id: edit.id, fields: sameFields(former, edit.fields) }
      }
      case 'remove-arrow':
        return { type: 'put-arrow', arrow: this.arrows.remove(edit.id) }
      case 'put-sheet':
        return this.putSheet(edit.sheet, edit.index)
      case 'remove-sheet':
        return this.removeSheet(edit.id)
      case 'patch-settings': {
        const former = this.settings
        this.settings = { ...former, ...edit.fields }
        return { type: 'patch-settings', fields: sameFields(former, edit.fields) }
      }
      default:
        return edit satisfies never
    }
  }

  /** A known sheet is renamed in its place, or moved if a place is named; a new one goes to that place or to the end. */
  private putSheet(sheet: Sheet, index: number | undefined): Edit {
    const at = this.sheets.findIndex(({ id }) => id === sheet.id)
    const former = this.sheets[at]
    this.sheets = this.sheets.filter(({ id }) => id !== sheet.id)
    this.sheets.splice(index ?? (former ? at : this.sheets.length), 0, sheet)
    return former ? { type: 'put-sheet', sheet: former, index: at } : { type: 'remove-sheet', id: sheet.id }
  }

  private removeSheet(id: number): Edit {
    const index = this.sheets.findIndex((sheet) => sheet.id === id)
    const sheet = this.sheets[index]
    if (!sheet) throw new EditError('sheet', id)
    this.sheets = this.sheets.filter((other) => other !== sheet)
    return { type: 'put-sheet', sheet, index }
  }
}

/** Items in the order of their keys, found by halving; copied when first changed. */
class OrderedList<T> {
  items: T[]
  private readonly kind: 'block' | 'arrow'
  private readonly keyOf: (item: T) => number
  private readonly order: (a: T, b: T) => number
  private own = false

  constructor(items: T[], kind: 'block' | 'arrow', keyOf: (item: T) => number, order: (a: T, b: T) => number) {
    this.items = items
    this.kind = kind
    this.keyOf = keyOf
    this.order = order
  }

  at(key: number): T {
    this.makeOwn()
    const item = this.items[this.place(key)]
    if (item === undefined || this.keyOf(item) !== key) throw new EditError(this.kind, key)
    return item
  }

  /** Gives the item that was there before, if any. */
  put(item: T): T | undefined {
    this.makeOwn()
    const place = this.place(this.keyOf(item))
    const there = this.items[place]
    const former = there !== undefined && this.keyOf(there) === this.keyOf(item) ? there : undefined
    this.items.splice(place, former === undefined ? 0 : 1, item)
    return former
  }

  remove(key: number): T {
    const item = this.at(key)
    this.items.splice(this.place(key), 1)
    return item
  }

  private makeOwn(): void {
    if (this.own) return
    // Sorting a list that is in order already costs one pass; documents made elsewhere may not be.
    this.items = this.items.toSorted(this.order)
    this.own = true
  }

  /** Where the key is, or where it would go. */
  private place(key: number): number {
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const item = this.items[middle]
      if (item !== undefined && this.keyOf(item) < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The former values of the fields that a patch names. */
function sameFields<T extends object>(former: T, patch: Partial<T>): Partial<T> {
  const fields: Partial<T> = {}
  for (const name in patch) fields[name] = former[name]
  return fields
}
