import type { Diagnostic } from '@voronka/calculator'
import type { Edit } from '../../edits.ts'
import type { Arrow, Block } from '../../flow.ts'
import type { Check, Finding } from '../check.ts'
import type { FieldText } from '../../texts.ts'
import type { Digest } from '../digest.ts'
import { patchArrow, patchBlock } from '../fixes.ts'
import { placeOf } from '../place-of.ts'

export const unknownFunction: Check = {
  code: 'unknown-function',
  severity: 'error',
  says: {
    ru: ({ name, suggestion }) => `Функции «${name}» нет.${suggestion ? ` Может быть, «${suggestion}»?` : ''}`,
    en: ({ name, suggestion }) => `There is no function “${name}”.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
  },
  why: {
    ru: 'Строка с неизвестной функцией не считается, а остаётся текстом. Большие и малые буквы в имени различаются.',
    en: 'A line with an unknown function is not computed but stays text. Capital and small letters differ in names.',
  },
  fixTitle: { ru: ({ suggestion }) => `Заменить на ${suggestion}`, en: ({ suggestion }) => `Change to ${suggestion}` },
  block: findings,
  arrow: findings,
}

function* findings(thing: Block | Arrow, { faulty }: Digest): Iterable<Finding> {
  for (const text of faulty) {
    for (const diagnostic of text.diagnostics) {
      const named = unknownCall(diagnostic, text)
      if (!named) continue
      const { name, suggestion = '', from, to } = named
      const place = { ...placeOf(thing, text), from, to }
      const fix = suggestion ? renamed(thing, text, from, to, suggestion) : undefined
      yield fix ? { place, facts: { name, suggestion }, fix } : { place, facts: { name, suggestion } }
    }
  }
}

/** The name and its place; inside `#{...}` the diagnostic covers the whole substitution. */
function unknownCall({ code, from, to, facts }: Diagnostic, { source }: FieldText) {
  const { name, suggestion, reason } = facts
  if (name === undefined || (code !== 'unknown-function' && reason !== 'unknown-function')) return undefined
  const at = source.indexOf(name, from)
  return at >= from && at + name.length <= to ? { name, suggestion, from: at, to: at + name.length } : { name, suggestion, from, to }
}

/** Only in fields that hold one text. */
function renamed(thing: Block | Arrow, { field, source }: FieldText, from: number, to: number, name: string): Edit[] | undefined {
  const text = source.slice(0, from) + name + source.slice(to)
  if (field === 'condition' || field === 'ignore' || field === 'compare') {
    return 'number' in thing ? patchBlock(thing.number, { [field]: text }) : patchArrow(thing.id, { [field]: text })
  }
  if ('number' in thing && (field === 'text' || field === 'calculator' || field === 'buttonCode' || field === 'buttonHint')) {
    return patchBlock(thing.number, { [field]: text })
  }
  return undefined
}
