import { expect, it } from 'vitest'
import { arrowLabel, arrowTitle, blankArrow, blankBlock, blockTitle, counted } from '../index.ts'
import type { Arrow, Block } from '../index.ts'

it.each<[string, Partial<Block>]>([
  ['Menu', { name: ' Menu ', text: 'Hello' }],
  ['Hello, what would you like to eat…', { text: 'Hello, what\nwould you like to eat today, tomorrow or never?' }],
  ['Dialogue state', { text: '#{none}' }],
  ['Comment', { type: 'comment' }],
])('calls a block %j', (title, fields) => {
  expect(blockTitle(blankBlock(1, fields), 'en')).toBe(title)
})

it.each<[string, Partial<Arrow>]>([
  ['', {}],
  ['да;нет', { condition: ' да;нет ', compare: 'x == 1' }],
  ['x == 1', { condition: '#{none}', compare: 'x == 1' }],
  ['сразу', { delay: { value: 0, unit: 'seconds' } }],
  ['через 10 мин', { delay: { value: 10, unit: 'minutes' } }],
  ['x == 1 · через #{n} дн', { compare: 'x == 1', delay: { value: '#{n}', unit: 'days' } }],
  ['в 10:00', { time: '10:00' }],
  ['10.03.2026 в 14:05 + 2 ч', { date: '10.03.2026', time: '14:05', delay: { value: 2, unit: 'hours' } }],
  ['\\d+', { condition: '\\d+', collectsData: true, delay: { value: 5, unit: 'hours' } }],
])('writes %j on an arrow', (label, fields) => {
  expect(arrowLabel(blankArrow(1, 1, 2, fields), 'ru')).toBe(label)
})

it('names an arrow that waits for anything, where there is nothing to write on it', () => {
  expect(arrowTitle(blankArrow(1, 1, 2), 'en')).toBe('any answer')
  expect(arrowTitle(blankArrow(1, 1, 2, { description: 'Further' }), 'en')).toBe('Further')
})

it.each([
  [1, '1 блок'],
  [3, '3 блока'],
  [11, '11 блоков'],
  [21, '21 блок'],
])('counts in Russian: %i', (count, text) => {
  expect(counted(count, { ru: ['блок', 'блока', 'блоков'], en: ['block', 'blocks', 'blocks'] }, 'ru')).toBe(text)
})
