import { describe, expect, it } from 'vitest'
import { longestName, longestValue, nameFault, valueFault, without, withChanged } from './named-values.ts'

const list = [
  { name: 'phone', value: '112' },
  { name: 'город', value: 'Тверь' },
]

describe('the name of a constant', () => {
  it.each(['price', 'Цена', 'x1', 'very_long_name', 'constructor', 'Phone'])('may be %j', (name) => {
    expect(nameFault(name, list)).toBeUndefined()
  })

  it.each([
    ['', 'empty'],
    ['two words', 'bad'],
    ['1st', 'bad'],
    ['a-b', 'bad'],
    ['client.name', 'bad'],
    ['client_id', 'reserved'],
    ['phone', 'twice'],
    ['город', 'twice'],
    ['x'.repeat(longestName + 1), 'long'],
  ] as const)('cannot be %j: %s', (name, fault) => {
    expect(nameFault(name, list)).toBe(fault)
  })
})

describe('the value of a constant', () => {
  it.each([
    ['', undefined],
    ['#1 {a}', undefined],
    ['Dear #{name}', 'substitution'],
    ['x'.repeat(longestValue), undefined],
    ['x'.repeat(longestValue + 1), 'long'],
  ] as const)('%#: %s', (value, fault) => {
    expect(valueFault(value)).toBe(fault)
  })
})

it('changes and takes out one entry and leaves the list that it was given', () => {
  expect(withChanged(list, 1, { value: 'Рига' })).toEqual([list[0], { name: 'город', value: 'Рига' }])
  expect(without(list, 0)).toEqual([list[1]])
  expect(list).toHaveLength(2)
})
