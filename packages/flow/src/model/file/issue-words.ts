/** Puts what zod found into words, and its path into the form that people point with: `blocks[3].delay.unit`. */
import type { z } from 'zod'
import type { Words } from '../labels/index.ts'

type Issue = z.core.$ZodIssue

export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)), '')

export function issueWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { ru: 'Обязательное поле пропущено.', en: 'This field is required.' }
      return { ru: `Здесь должно быть: ${kind(issue.expected, 'ru')}.`, en: `This must be ${kind(issue.expected, 'en')}.` }
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(', ')
      return { ru: `Здесь может быть только ${values}.`, en: `This can only be ${values}.` }
    }
    case 'invalid_union':
      return { ru: 'Здесь должно быть неотрицательное число или текст.', en: 'This must be a number of at least 0, or a text.' }
    case 'too_small':
      return issue.inclusive
        ? { ru: `Меньше ${issue.minimum} нельзя.`, en: `This cannot be less than ${issue.minimum}.` }
        : { ru: `Число должно быть больше ${issue.minimum}.`, en: `This must be more than ${issue.minimum}.` }
    case 'too_big':
      return { ru: `Больше ${issue.maximum} нельзя.`, en: `This cannot be more than ${issue.maximum}.` }
    default:
      return { ru: `Не годится: ${issue.message}`, en: issue.message }
  }
}

function kind(expected: string, language: 'ru' | 'en'): string {
  return kinds.get(expected)?.[language] ?? expected
}

const kinds: ReadonlyMap<string, Words> = new Map([
  ['string', { ru: 'текст', en: 'a text' }],
  ['number', { ru: 'число', en: 'a number' }],
  ['int', { ru: 'целое число', en: 'a whole number' }],
  ['boolean', { ru: 'true или false', en: 'true or false' }],
  ['array', { ru: 'список в [ ]', en: 'a list in [ ]' }],
  ['object', { ru: 'объект в { }', en: 'an object in { }' }],
])
