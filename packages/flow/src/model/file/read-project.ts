import type { z } from 'zod'
import type { Words } from '../labels/index.ts'
import { blockSchema, arrowSchema, flowFormat, projectSchema, projectSettingsSchema, sheetSchema } from '../flow.ts'
import { crmSchema } from '../crm.ts'
import type { Crm } from '../crm.ts'
import type { Project } from '../flow.ts'
import { byId, byNumber } from '../numbering.ts'
import { doubledInCrm, doubledNumbers } from './doubled-numbers.ts'
import { isFields } from './fields.ts'
import type { Fields } from './fields.ts'
import { issueWords, pathText } from './issue-words.ts'
import { numberMissing } from './number-missing.ts'
import { upgradeDocument } from './upgrades.ts'
import { mapInPieces, whole, type Pieces } from '../pieces.ts'

/** What is wrong, and where in the file: `blocks[3].delay.unit`. An empty path is the file as a whole. */
export interface FileProblem {
  readonly path: string
  readonly message: Words
}

export type ReadProject =
  /**
   * `hasSettings`: false for a plain flow document; its settings are the defaults. `crm`: only of a file that says something of it. `notes`: what was
   * passed over or mended.
   */
  | {
      readonly ok: true
      readonly project: Project
      readonly crm: Crm | undefined
      readonly notes: readonly FileProblem[]
      readonly hasSettings: boolean
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** More than this is not a funnel but an accident. */
export const documentLimits = { sheets: 1_000, blocks: 20_000, arrows: 100_000 } as const

/** All that a file can hold. */
const fileSchema = projectSchema.extend({ crm: crmSchema.optional() })

/** So many faults are told at once; who has more mends these first. */
const mostProblems = 100

/**
 * Reads a project file: its text, or the value that its text gives. Older formats are upgraded, a newer one is refused, unknown fields are
 * passed over with a note, arrows and buttons without a number get one. Arrows to blocks that are not there are kept: the checks report them. Never throws.
 */
export const readProject = (input: unknown): ReadProject => whole(readProjectInPieces(input))

/** The same, so that a file of ten thousand blocks holds nobody up (reliability-promises, P11.2). */
export function* readProjectInPieces(input: unknown): Pieces<ReadProject> {
  const parsed = typeof input === 'string' ? parseText(input) : { value: input }
  if ('problem' in parsed) return refuse(parsed.problem)
  if (!isFields(parsed.value)) return refuse({ path: '', message: words.notAnObject })

  const current = atPresentFormat(parsed.value)
  if ('problem' in current) return refuse(current.problem)
  const { document } = current

  const tooMany = sizeProblem(document)
  if (tooMany) return refuse(tooMany)

  yield
  const read = yield* parsedFile(numberMissing(document))
  if ('issues' in read) {
    const problems = read.issues.slice(0, mostProblems)
    return { ok: false, problems: problems.map((issue) => ({ path: pathText(issue.path), message: issueWords(issue) })) }
  }
  yield
  const { crm, ...flow } = read.file
  const doubled = [...doubledNumbers(flow), ...(crm ? doubledInCrm(crm) : [])].slice(0, mostProblems)
  if (doubled.length) return { ok: false, problems: doubled }

  const { project, notes } = settle(flow)
  return { ok: true, project, crm, notes: [...unknownFields(document), ...notes], hasSettings: isFields(document['settings']) }
}

/** As `fileSchema` reads it; blocks and arrows one by one, which are nearly all of a long file. */
function* parsedFile(document: Fields): Pieces<{ file: z.infer<typeof fileSchema> } | { issues: z.core.$ZodIssue[] }> {
  const listed = ['blocks', 'arrows'].filter((name) => Array.isArray(document[name]))
  const rest = fileSchema.safeParse({ ...document, ...Object.fromEntries(listed.map((name) => [name, []])) }, { reportInput: true })
  const blocks = yield* parsedList('blocks', document['blocks'], blockSchema)
  const arrows = yield* parsedList('arrows', document['arrows'], arrowSchema)
  const issues = [...(rest.error?.issues ?? []), ...blocks.issues, ...arrows.issues]
  if (!rest.success || issues.length) return { issues: issues.sort((a, b) => placeOf(a) - placeOf(b)) }
  return { file: { ...rest.data, blocks: blocks.things, arrows: arrows.things } }
}

function* parsedList<Thing extends z.ZodType>(name: string, list: unknown, schema: Thing) {
  const issues: z.core.$ZodIssue[] = []
  const things = yield* mapInPieces(Array.isArray(list) ? list : [], (thing, index) => {
    const read = schema.safeParse(thing, { reportInput: true })
    for (const issue of read.error?.issues ?? []) issues.push({ ...issue, path: [name, index, ...issue.path] })
    return read.success ? [read.data] : []
  })
  return { issues, things: things.flat() }
}

/** What is wrong is told in the order of the file's parts. */
const placeOf = ({ path: [part] }: z.core.$ZodIssue): number => Object.keys(fileSchema.shape).indexOf(String(part))

const refuse = (problem: FileProblem): ReadProject => ({ ok: false, problems: [problem] })

function parseText(text: string): { value: unknown } | { problem: FileProblem } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { problem: { path: '', message: { ru: `Это не JSON: ${detail}`, en: `This is not JSON: ${detail}` } } }
  }
}

function atPresentFormat(document: Fields): { document: Fields } | { problem: FileProblem } {
  const { format } = document
  if (format === undefined) return { problem: { path: 'format', message: words.noFormat } }
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0)
    return { problem: { path: 'format', message: words.badFormat } }
  if (format > flowFormat) return { problem: { path: 'format', message: words.newer(format) } }
  const upgraded = upgradeDocument(document, format, flowFormat)
  return upgraded ? { document: upgraded } : { problem: { path: 'format', message: words.badFormat } }
}

function sizeProblem(document: Fields): FileProblem | undefined {
  for (const [path, most] of Object.entries(documentLimits)) {
    const list = document[path]
    if (Array.isArray(list) && list.length > most) return { path, message: words.tooMany(list.length, most) }
  }
  return undefined
}

/** The order that the rest of the program relies on, a sheet for every block, and numbers that were never given. */
function settle(read: Project): { project: Project; notes: FileProblem[] } {
  const known = new Set(read.sheets.map(({ id }) => id))
  const missing = [...new Set(read.blocks.map(({ sheet }) => sheet))].filter((id) => !known.has(id))
  if (!known.size && !missing.length) missing.push(1)
  const blocks = read.blocks.toSorted(byNumber)
  const arrows = read.arrows.toSorted(byId)
  const project = {
    ...read,
    sheets: [...read.sheets, ...missing.map((id) => ({ id, name: String(id) }))],
    blocks,
    arrows,
    lastBlock: Math.max(read.lastBlock, blocks.at(-1)?.number ?? 0),
    lastArrow: Math.max(read.lastArrow, arrows.at(-1)?.id ?? 0),
  }
  return { project, notes: missing.map((id) => ({ path: 'sheets', message: words.sheetAdded(id) })) }
}

/** One note for each unknown field name of each kind of thing, at the first place where it stands. */
function unknownFields(document: Fields): FileProblem[] {
  const notes: FileProblem[] = []
  const look = (things: readonly unknown[], known: object, pathOf: (index: number) => string) => {
    const seen = new Set<string>()
    things.forEach((thing, index) => {
      for (const name of isFields(thing) ? Object.keys(thing) : []) {
        if (Object.hasOwn(known, name) || seen.has(name)) continue
        seen.add(name)
        notes.push({ path: [pathOf(index), name].filter(Boolean).join('.'), message: words.unknownField })
      }
    })
  }
  const list = (name: string): readonly unknown[] => (Array.isArray(document[name]) ? document[name] : [])
  look([document], fileSchema.shape, () => '')
  look([document['crm']], crmSchema.shape, () => 'crm')
  look([document['settings']], projectSettingsSchema.shape, () => 'settings')
  look(list('sheets'), sheetSchema.shape, (index) => `sheets[${index}]`)
  look(list('blocks'), blockSchema.shape, (index) => `blocks[${index}]`)
  look(list('arrows'), arrowSchema.shape, (index) => `arrows[${index}]`)
  return notes
}

const words = {
  notAnObject: {
    ru: 'В файле должен быть объект с полями format, blocks, arrows.',
    en: 'The file must hold an object with format, blocks, arrows.',
  },
  noFormat: { ru: 'Нет поля format: это не файл воронки.', en: 'There is no field format: this is not a funnel file.' },
  badFormat: { ru: 'Такого формата файла не бывает.', en: 'There is no such file format.' },
  newer: (format: number): Words => ({
    ru: `Файл сделан более новой версией программы (формат ${format}, здесь понимают до ${flowFormat}). Обновите программу.`,
    en: `The file was made by a newer version of the program (format ${format}, this one reads up to ${flowFormat}). Update the program.`,
  }),
  tooMany: (count: number, most: number): Words => ({
    ru: `Слишком много: ${count}, можно до ${most}.`,
    en: `Too many: ${count}, at most ${most} fit.`,
  }),
  unknownField: { ru: 'Неизвестное поле, пропущено.', en: 'Unknown field, passed over.' },
  sheetAdded: (id: number): Words => ({ ru: `Листа ${id} не было, он добавлен.`, en: `Sheet ${id} was missing and has been added.` }),
}
