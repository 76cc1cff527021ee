import type { Edit } from './edits.ts'
import type { Arrow, Block, NamedValue, Project, ProjectSettings, Sheet } from './flow.ts'
import { nextSheetId } from './numbering.ts'
import { renumberArrow, renumberBlock } from './references.ts'
import type { Renumbering } from './references.ts'
import { retargetArrow, retargetBlock } from './targets.ts'
import type { Retargeting } from './targets.ts'
import { arrowTexts, blockTexts } from './texts.ts'
import type { FieldText } from './texts.ts'

export interface ImportReport {
  readonly blocks: number
  readonly arrows: number
  /** Blocks that got another number than they have in the file. */
  readonly renumbered: readonly { readonly from: number; readonly to: number }[]
  /** Blocks (by their new number) and arrows (by their new id) whose scripts, texts or conditions name a block that was renumbered. */
  readonly rewritten: { readonly blocks: readonly number[]; readonly arrows: readonly number[] }
  /** Constants and project variables that were added, and those that the project has already with another value, which stayed. */
  readonly added: readonly string[]
  readonly kept: readonly string[]
}

export interface ImportOptions {
  /** False for a plain flow document: the settings of the project stay. */
  readonly withSettings?: boolean
  /** What the lists, states and labels of the file are here. */
  readonly targets?: Retargeting
}

/**
 * The edits that bring a file into a project, as one step that can be undone, and what came of it (sections 2 and 19). `add`: the project stays;
 * what comes gets sheets of its own, numbers that were ever given here are replaced, and every reference to them is rewritten. `replace`:
 * the present flow goes, the file keeps its numbers.
 */
export function importProject(
  project: Project,
  written: Project,
  mode: 'add' | 'replace',
  { withSettings = true, targets }: ImportOptions = {},
): { edits: Edit[]; report: ImportReport } {
  const file = targets ? retargeted(written, targets) : written
  return mode === 'add' ? add(project, file, withSettings) : replace(project, file, withSettings)
}

const retargeted = (file: Project, targets: Retargeting): Project => ({
  ...file,
  blocks: file.blocks.map((block) => retargetBlock(block, targets)),
  arrows: file.arrows.map((arrow) => retargetArrow(arrow, targets)),
})

function add(project: Project, file: Project, withSettings: boolean): { edits: Edit[]; report: ImportReport } {
  const numbers = freshNumbers(
    file.blocks.map(({ number }) => number),
    highest(
      project.lastBlock,
      project.blocks.map(({ number }) => number),
    ),
  )
  const ids = freshNumbers(
    file.arrows.map(({ id }) => id),
    highest(
      project.lastArrow,
      project.arrows.map(({ id }) => id),
    ),
  )
  const sheets = freshSheets(project, file)
  const settings = withSettings ? mergeValues(project.settings, file.settings) : { fields: {}, added: [], kept: [] }

  const blocks = file.blocks.map((block): Block => {
    const renumbered = renumberBlock(block, numbers)
    return { ...renumbered, sheet: sheets.get(block.sheet)?.id ?? block.sheet }
  })
  const arrows = file.arrows.map((arrow): Arrow => ({ ...renumberArrow(arrow, numbers), id: ids.get(arrow.id) ?? arrow.id }))
  const edits: Edit[] = [
    ...[...sheets.values()].map((sheet): Edit => ({ type: 'put-sheet', sheet })),
    ...blocks.map((block): Edit => ({ type: 'put-block', block })),
    ...arrows.map((arrow): Edit => ({ type: 'put-arrow', arrow })),
    ...(Object.keys(settings.fields).length ? [{ type: 'patch-settings', fields: settings.fields } satisfies Edit] : []),
  ]
  const rewritten = {
    blocks: file.blocks.flatMap((before, index) => changedNumber(before, blocks[index], blockTexts, ({ number }) => number)),
    arrows: file.arrows.flatMap((before, index) => changedNumber(before, arrows[index], arrowTexts, ({ id }) => id)),
  }
  const renumbered = [...numbers].filter(([from, to]) => from !== to).map(([from, to]) => ({ from, to }))
  return {
    edits,
    report: { blocks: blocks.length, arrows: arrows.length, renumbered, rewritten, added: settings.added, kept: settings.kept },
  }
}

function replace(project: Project, file: Project, withSettings: boolean): { edits: Edit[]; report: ImportReport } {
  const stays = new Set(file.sheets.map(({ id }) => id))
  const edits: Edit[] = [
    ...project.arrows.map(({ id }): Edit => ({ type: 'remove-arrow', id })),
    ...project.blocks.map(({ number }): Edit => ({ type: 'remove-block', number })),
    ...project.sheets.filter(({ id }) => !stays.has(id)).map(({ id }): Edit => ({ type: 'remove-sheet', id })),
    ...file.sheets.map((sheet, index): Edit => ({ type: 'put-sheet', sheet, index })),
    ...file.blocks.map((block): Edit => ({ type: 'put-block', block })),
    ...file.arrows.map((arrow): Edit => ({ type: 'put-arrow', arrow })),
    ...(withSettings ? [{ type: 'patch-settings', fields: file.settings } satisfies Edit] : []),
  ]
  const nothing = { renumbered: [], rewritten: { blocks: [], arrows: [] }, added: [], kept: [] }
  return { edits, report: { ...nothing, blocks: file.blocks.length, arrows: file.arrows.length } }
}

/** Numbers above all that were ever given stay as they are; the others follow after all of both. */
function freshNumbers(wanted: readonly number[], lastGiven: number): Renumbering {
  let next = highest(lastGiven, wanted)
  return new Map(wanted.map((number) => [number, number > lastGiven ? number : ++next]))
}

const highest = (start: number, numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), start)

/** New sheets by the file's old ids, with names that are not taken. */
function freshSheets(project: Project, file: Project): ReadonlyMap<number, Sheet> {
  const first = nextSheetId(project)
  const taken = new Set(project.sheets.map(({ name }) => name))
  return new Map(
    file.sheets.map(({ id, name }, index) => {
      const free = freeName(name, taken)
      taken.add(free)
      return [id, { id: first + index, name: free }]
    }),
  )
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`
  return free
}

/** Constants and project variables of the file join those of the project; of two with one name the project's stays. */
function mergeValues(mine: ProjectSettings, theirs: ProjectSettings) {
  const names: { added: string[]; kept: string[] } = { added: [], kept: [] }
  const fields: Partial<ProjectSettings> = {}
  for (const list of ['constants', 'variables'] as const) {
    const known = new Map(mine[list].map(({ name, value }) => [name, value]))
    const fresh: NamedValue[] = theirs[list].filter(({ name }) => !known.has(name))
    names.added.push(...fresh.map(({ name }) => name))
    names.kept.push(...theirs[list].filter(({ name, value }) => known.has(name) && known.get(name) !== value).map(({ name }) => name))
    if (fresh.length) fields[list] = [...mine[list], ...fresh]
  }
  return { fields, ...names }
}

/** The number that a thing has now, if one of its texts reads otherwise than before. */
function changedNumber<T>(before: T, now: T | undefined, textsOf: (thing: T) => FieldText[], numberOf: (thing: T) => number): number[] {
  if (now === undefined) return []
  const former = textsOf(before)
  return textsOf(now).some(({ source }, index) => source !== former[index]?.source) ? [numberOf(now)] : []
}
