import type { Language } from '@voronka/calculator'
import {
  attachmentKindWords,
  attachmentSchema,
  blockTypeWords,
  buttonKindWords,
  buttonSchema,
  delaySchema,
  delayUnitWords,
  matchTypeWords,
  namedValueSchema,
} from '@voronka/flow'
import type { Sheet, Words } from '@voronka/flow'
import { z } from 'zod'

/** What a field holds, as a person reads it: `10 min` for a delay, the captions of buttons, the name of a sheet. Empty: nothing. */
export function valueText(field: string, value: unknown, language: Language, sheets: readonly Sheet[] = []): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return yesNo[String(value) === 'true' ? 'yes' : 'no'][language]
  if (field === 'sheet') return sheets.find(({ id }) => id === value)?.name ?? String(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return choices.get(field)?.get(value)?.[language] ?? value
  return structures.get(field)?.(value, language) ?? JSON.stringify(value)
}

const yesNo = { yes: { ru: 'да', en: 'yes' }, no: { ru: 'нет', en: 'no' } }

const words = (table: Readonly<Record<string, Words>>): ReadonlyMap<string, Words> => new Map(Object.entries(table))

/** Fields of which a choice is stored: how each choice is called. */
const choices: ReadonlyMap<string, ReadonlyMap<string, Words>> = new Map([
  ['type', words(blockTypeWords)],
  ['matchType', words(matchTypeWords)],
  ['buttonKind', words(buttonKindWords)],
  ['attachmentKind', words(attachmentKindWords)],
  ['language', words({ ru: { ru: 'русский', en: 'Russian' }, en: { ru: 'английский', en: 'English' } })],
])

const lines = <T>(schema: z.ZodType<T>, text: (item: T) => string) => {
  const list = z.array(schema)
  return (value: unknown): string | undefined => {
    const read = list.safeParse(value)
    return read.success ? read.data.map(text).join('\n') : undefined
  }
}

const namedValues = lines(namedValueSchema, ({ name, value }) => `${name} = ${value}`)

const structures: ReadonlyMap<string, (value: unknown, language: Language) => string | undefined> = new Map([
  ['buttons', lines(buttonSchema, ({ text, url, callback }) => [text, url || callback].filter(Boolean).join(' → '))],
  ['attachments', lines(attachmentSchema, ({ name, url }) => [name, url].filter(Boolean).join(': '))],
  ['constants', namedValues],
  ['variables', namedValues],
  [
    'delay',
    (value: unknown, language: Language) => {
      const read = delaySchema.safeParse(value)
      return read.success ? `${read.data.value} ${delayUnitWords[read.data.unit].short[language]}` : undefined
    },
  ],
])
