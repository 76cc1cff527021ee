import { describe, expect, it } from 'vitest'
import { buttonCodeFault } from './button-code.ts'
import { addressFault, dateFault, readDelay, timeFault, variableFault } from './field-checks.ts'
import { brokenPattern, tryPhrase } from './try-phrase.ts'

it.each([
  ['phone', undefined],
  ['Имя_клиента', undefined],
  ['client.phone', undefined],
  ['answer_#{n}', undefined],
  ['', 'variableEmpty'],
  ['1st', 'variableBad'],
  ['two words', 'variableBad'],
  ['True', 'variableBad'],
  ['question', 'variableReserved'],
  ['client.question', 'variableReserved'],
])('a variable for the answer: %j', (name, fault) => expect(variableFault(name)).toBe(fault))

it.each([
  ['', undefined],
  ['9:30', undefined],
  ['23:59', undefined],
  ['#{time}', undefined],
  ['24:00', 'timeBad'],
  ['9.30', 'timeBad'],
  ['12:00:30', 'timeBad'],
])('a time of sending: %j', (time, fault) => expect(timeFault(time)).toBe(fault))

it.each([
  ['', undefined],
  ['31.12.2026', undefined],
  ['#{day}', undefined],
  ['31.02.2026', 'dateBad'],
  ['2026-12-31', 'dateBad'],
])('a date of sending: %j', (date, fault) => expect(dateFault(date)).toBe(fault))

it('reads a delay: a number, a text that gives one, or nothing', () => {
  expect(['0', '1,5', '#{n}', '-1', 'soon', ''].map(readDelay)).toEqual([0, 1.5, '#{n}', undefined, undefined, undefined])
})

it('takes for an address what can be opened', () => {
  expect(['', 'https://a.ru/x.png', '#{url}', `/files/${'0a'.repeat(16)}/a.png`].map(addressFault)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(['javascript:alert(1)', 'x y', '//evil.example'].map(addressFault)).toEqual(['bad', 'bad', 'bad'])
})

describe('button code', () => {
  it.each(['', '#{buttons}', '[]', '[{"type":"inline","text":"A","line":0,"index_in_line":0}]', '[{"text":"#{name}"}]', '[#{a},#{b}]'])(
    'lets %j through',
    (code) => {
      expect(buttonCodeFault(code)).toBeUndefined()
    },
  )

  it.each([
    ['[', 'codeBad'],
    ['[{"text":"#{a}",]', 'codeBad'],
    ['{}', 'codeNotList'],
    ['[1]', 'codeFields'],
    ['[{"type":"x","text":"A"}]', 'codeFields'],
    ['[{"text":"A","line":-1}]', 'codeFields'],
    ['[{"line":0}]', 'codeFields'],
  ])('says what is wrong with %j', (code, what) => expect(buttonCodeFault(code)?.what).toBe(what))
})

describe('try a phrase', () => {
  const fields = { matchType: 'fuzzy', condition: 'да; хочу', ignore: '', compare: '' } as const

  it('answers as the matcher does', () => {
    expect(tryPhrase(fields, 'Да!')).toBe('yes')
    expect(tryPhrase(fields, 'никогда')).toBe('condition')
    expect(tryPhrase({ ...fields, matchType: 'keywords', ignore: 'не' }, 'не хочу')).toBe('ignored-text')
  })

  it('does not guess what variables hold', () => {
    expect(tryPhrase({ ...fields, condition: '#{checker}' }, 'да')).toBe('variables')
    expect(tryPhrase({ ...fields, compare: 'total > 5' }, 'да')).toBe('variables')
  })

  it('finds the alternative that is no regular expression', () => {
    expect(brokenPattern({ matchType: 'regex', condition: '^\\d+$; (a' })).toBe('(a')
    expect(brokenPattern({ matchType: 'regex', condition: '(?i)^a$;#{x}' })).toBeUndefined()
    expect(brokenPattern({ matchType: 'fuzzy', condition: '(a' })).toBeUndefined()
  })
})
