import { connectionKinds } from '@voronka/api'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { kindTexts, reasonText } from './kind-texts.ts'

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  it('every kind of connection has its title, its fields and what can be chosen in them', () => {
    for (const { kind, fields } of connectionKinds) {
      const { title, about, fields: texts, choices } = kindTexts(kind, catalogue[language].connections.kinds)
      expect([title, about], kind).not.toContain('')
      expect(title, kind).not.toBe(kind)
      expect(Object.keys(texts).toSorted(), kind).toEqual(fields.map(({ name }) => name).toSorted())
      for (const field of fields)
        if (field.type === 'choice') expect(Object.keys(choices?.[field.name] ?? {}), `${kind} ${field.name}`).toEqual(field.choices)
    }
  })
})

it('a reason of ours is said in words, one of the other side as it was said', () => {
  const { reasons, kinds } = catalogue.en.connections
  const texts = { ...reasons, ...kinds.telegram.reasons }
  expect(['unreachable', 'not-a-bot', 'Unauthorized', 'constructor'].map((reason) => reasonText(reason, texts))).toEqual([
    'cannot be reached or must not be called',
    kinds.telegram.reasons['not-a-bot'],
    'Unauthorized',
    'constructor',
  ])
})
