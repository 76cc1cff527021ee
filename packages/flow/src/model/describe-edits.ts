import type { Language } from '@voronka/calculator'
import type { Edit } from './edits.ts'
import { arrowFieldWords, blockFieldWords, counted, settingsFieldWords } from './labels/index.ts'
import type { Forms, Words } from './labels/index.ts'

/**
 * A short name of a step for undo tooltips and the history: `Переместить 3 блока`, `Delete block 5`, `Change of block 5: Message`.
 * One batch has one name: what is added or removed names it, then what is changed.
 */
export function describeEdits(edits: readonly Edit[], language: Language): string {
  const count = tally(edits)
  const say = sentences[language]
  const { added, removed, changed } = count

  if (added.block.size || removed.block.size) {
    if (added.block.size && removed.block.size) return say.replace
    const blocks = added.block.size ? added.block : removed.block
    return `${added.block.size ? say.add : say.remove} ${objects('block', blocks, language)}`
  }
  if (added.arrow.size) return `${say.add} ${objects('arrow', added.arrow, language)}`
  if (changed.block.size) return changeOf('block', changed.block, count.blockFields, blockFieldWords, language)
  if (removed.arrow.size) return `${say.remove} ${objects('arrow', removed.arrow, language)}`
  if (changed.arrow.size) return changeOf('arrow', changed.arrow, count.arrowFields, arrowFieldWords, language)
  if (count.sheets) return say[count.sheets]
  return `${say.settings}${fieldList(count.settingsFields, settingsFieldWords, language)}`
}

type Things = 'block' | 'arrow'

/** The number, if there is one thing, else how many there are. */
function objects(things: Things, numbers: ReadonlySet<number>, language: Language): string {
  const [only] = numbers
  if (numbers.size === 1 && only !== undefined) return `${forms[things][language][0]} ${only}`
  return counted(numbers.size, forms[things], language)
}

function changeOf<Field extends string>(
  things: Things,
  numbers: ReadonlySet<number>,
  fields: ReadonlySet<string>,
  words: Readonly<Record<Field, Words>>,
  language: Language,
): string {
  const say = sentences[language]
  const placed = [...fields].every((field) => placeFields.has(field))
  if (placed && things === 'block') return `${fields.has('sheet') ? say.toSheet : say.move} ${objects(things, numbers, language)}`
  if (placed) return say.bend
  const what = fields.size ? fieldList(fields, words, language) : ''
  return `${say.change} ${objects(things, numbers, language)}${what}`
}

function fieldList<Field extends string>(fields: ReadonlySet<string>, words: Readonly<Record<Field, Words>>, language: Language): string {
  const named = Object.entries<Words>(words).filter(([name]) => fields.has(name))
  const text = named.map(([, word]) => word[language])
  if (!text.length) return ''
  return text.length > 2 ? `: ${text.slice(0, 2).join(', ')}…` : `: ${text.join(', ')}`
}

const placeFields = new Set(['x', 'y', 'sheet', 'bends', 'label'])

const forms: Readonly<Record<Things, Readonly<Record<Language, Forms>>>> = {
  block: { ru: ['блок', 'блока', 'блоков'], en: ['block', 'blocks', 'blocks'] },
  arrow: { ru: ['стрелку', 'стрелки', 'стрелок'], en: ['arrow', 'arrows', 'arrows'] },
}

const sentences = {
  ru: {
    add: 'Добавить',
    remove: 'Удалить',
    replace: 'Заменить блоки',
    move: 'Переместить',
    toSheet: 'Перенести на лист',
    bend: 'Изогнуть стрелку',
    change: 'Изменить',
    settings: 'Изменить настройки',
    put: 'Изменить лист',
    removed: 'Удалить лист',
  },
  en: {
    add: 'Add',
    remove: 'Delete',
    replace: 'Replace blocks',
    move: 'Move',
    toSheet: 'Move to a sheet:',
    bend: 'Bend an arrow',
    change: 'Change',
    settings: 'Change settings',
    put: 'Change a sheet',
    removed: 'Delete a sheet',
  },
} as const

function tally(edits: readonly Edit[]) {
  const sets = () => ({ block: new Set<number>(), arrow: new Set<number>() })
  const count = { added: sets(), removed: sets(), changed: sets() }
  const fields = { blockFields: new Set<string>(), arrowFields: new Set<string>(), settingsFields: new Set<string>() }
  const note = (into: Set<string>, patch: object) => Object.keys(patch).forEach((name) => into.add(name))
  let sheets: 'put' | 'removed' | undefined

  for (const edit of edits) {
    if (edit.type === 'put-block') count.added.block.add(edit.block.number)
    else if (edit.type === 'put-arrow') count.added.arrow.add(edit.arrow.id)
    else if (edit.type === 'remove-block') count.removed.block.add(edit.number)
    else if (edit.type === 'remove-arrow') count.removed.arrow.add(edit.id)
    else if (edit.type === 'put-sheet') sheets ??= 'put'
    else if (edit.type === 'remove-sheet') sheets = 'removed'
    else if (edit.type === 'patch-settings') note(fields.settingsFields, edit.fields)
    else if (edit.type === 'patch-block') {
      count.changed.block.add(edit.number)
      note(fields.blockFields, edit.fields)
    } else {
      count.changed.arrow.add(edit.id)
      note(fields.arrowFields, edit.fields)
    }
  }
  return { ...count, ...fields, sheets }
}
