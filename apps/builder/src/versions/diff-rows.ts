import type { Language } from '@voronka/calculator'
import { arrowFieldWords, arrowTitle, blockFieldWords, blockTitle, diffProjects, settingsFieldWords } from '@voronka/flow'
import type { Arrow, Block, ListDiff, Project, Sheet, Words } from '@voronka/flow'
import { valueText } from './value-text.ts'

export interface FieldChange {
  /** What the field is called. */
  readonly name: string
  readonly before: string
  readonly after: string
}

/** One thing that differs between two documents, in words. */
export interface DiffRow {
  readonly kind: 'block' | 'arrow' | 'sheet' | 'setting'
  readonly change: 'added' | 'removed' | 'changed'
  /** Number of the block, id of the arrow or sheet. */
  readonly number?: number
  readonly title: string
  /** Only its place on the canvas has changed; for clients it is the same. */
  readonly layout: boolean
  /** Of what was changed; empty for what was added or removed. */
  readonly fields: readonly FieldChange[]
}

/** What changes from one document to another, thing by thing: blocks, arrows, sheets, settings, each in the order of their numbers. */
export function diffRows(before: Project, after: Project, language: Language): DiffRow[] {
  const { blocks, arrows, sheets, settings } = diffProjects(before, after)
  const titleOfBlock = (block: Block) => blockTitle(block, language)
  const titleOfArrow = (arrow: Arrow) => `${arrow.from} → ${arrow.to} · ${arrowTitle(arrow, language)}`
  const projects = { before, after, language }
  return [
    ...rowsOf('block', blocks, before.blocks, after.blocks, ({ number }) => number, titleOfBlock, blockFieldWords, projects),
    ...rowsOf('arrow', arrows, before.arrows, after.arrows, ({ id }) => id, titleOfArrow, arrowFieldWords, projects),
    ...rowsOf(
      'sheet',
      sheets,
      before.sheets,
      after.sheets,
      ({ id }) => id,
      ({ name }) => name,
      sheetFieldWords,
      projects,
    ),
    ...settings.map((field): DiffRow => {
      const name = settingsFieldWords[field][language]
      const change = {
        name,
        before: valueText(field, before.settings[field], language),
        after: valueText(field, after.settings[field], language),
      }
      return { kind: 'setting', change: 'changed', title: name, layout: false, fields: [change] }
    }),
  ]
}

interface Projects {
  readonly before: Project
  readonly after: Project
  readonly language: Language
}

function rowsOf<T extends Block | Arrow | Sheet>(
  kind: DiffRow['kind'],
  { added, removed, changed }: ListDiff<keyof T>,
  before: readonly T[],
  after: readonly T[],
  numberOf: (item: T) => number,
  titleOf: (item: T) => string,
  words: Readonly<Record<keyof T, Words>>,
  { before: from, after: to, language }: Projects,
): DiffRow[] {
  const former = new Map(before.map((item) => [numberOf(item), item]))
  const latter = new Map(after.map((item) => [numberOf(item), item]))
  const row = (number: number, change: DiffRow['change'], layout: boolean, fields: readonly (keyof T)[] = []): DiffRow[] => {
    const [was, is] = [former.get(number), latter.get(number)]
    const shown = is ?? was
    if (!shown) return []
    const changes = fields.map((field): FieldChange => {
      const text = (item: T | undefined, project: Project) => valueText(String(field), item?.[field], language, project.sheets)
      return { name: words[field][language], before: text(was, from), after: text(is, to) }
    })
    return [{ kind, change, number, title: titleOf(shown), layout, fields: changes }]
  }
  return [
    ...added.flatMap((number) => row(number, 'added', false)),
    ...removed.flatMap((number) => row(number, 'removed', false)),
    ...changed.flatMap(({ number, layout, fields }) => row(number, 'changed', layout, fields)),
  ]
}

const sheetFieldWords: Readonly<Record<keyof Sheet, Words>> = {
  id: { ru: 'Номер', en: 'Number' },
  name: { ru: 'Название', en: 'Name' },
}
