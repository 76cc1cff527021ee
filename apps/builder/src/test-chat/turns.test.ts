import type { TurnInfo } from '@voronka/api'
import { blankBlock } from '@voronka/flow'
import type { TraceEntry } from '@voronka/flow/engine'
import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { pressOf } from './chat-actions.ts'
import { durationText } from './duration.ts'
import { findBlocks } from './find-blocks.ts'
import { fromFieldValue, momentText, toFieldValue } from './moments.ts'
import { turnPath } from './turn-path.ts'
import { positionBefore, shownTurn } from './turns.ts'
import { variableText } from './variable-text.ts'

const turn = (id: number, ...entries: TraceEntry[]): TurnInfo => ({
  id,
  at: '2026-03-10T11:00:00.000Z',
  took: 1,
  trace: { now: 0, event: { kind: 'text', subject: '' }, entries, draws: [] },
  changed: [],
})
const entered = (block: number, position: number | null, arrow?: number): TraceEntry => ({
  type: 'entered',
  block,
  by: 'arrow',
  arrow,
  position,
})

it('shows the latest turn until another is chosen', () => {
  const turns = [turn(4), turn(7)]
  expect(shownTurn(turns, undefined)?.turn.id).toBe(7)
  expect(shownTurn(turns, 4)?.index).toBe(0)
  expect(shownTurn(turns, 99)?.turn.id).toBe(7)
  expect(shownTurn([], undefined)).toBeUndefined()
})

it('knows where the client stood before a turn', () => {
  const turns = [turn(1, entered(5, 5)), turn(2, entered(9, 5)), turn(3), turn(4, entered(6, 6))]
  expect([0, 1, 2, 3].map((index) => positionBefore(turns, index))).toEqual([null, 5, 5, 5])
})

it('lights each block and arrow of the way once', () => {
  expect(turnPath(turn(1, entered(5, 5, 2), entered(6, 6, 3), entered(5, 5, 2)).trace)).toEqual({ blocks: [5, 6], arrows: [2, 3] })
})

it('acts as the caption, unless a button has a callback of its own', () => {
  const button = { kind: 'inline' as const, text: 'Vote', line: 0, indexInLine: 0 }
  expect(pressOf(button)).toEqual({ kind: 'button', text: 'Vote' })
  expect(pressOf({ ...button, callback: 'Vote' })).toEqual({ kind: 'button', text: 'Vote' })
  expect(pressOf({ ...button, callback: 'vote_1' })).toEqual({ kind: 'callback', text: 'vote_1', pressed: true })
})

const i18n = createInstance({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } })
await i18n.init()

it.each([
  [0, '1 s'],
  [59_400, '59 s'],
  [61_000, '1 min 1 s'],
  [3_599_900, '60 min'],
  [2 * 3_600_000 + 10 * 60_000, '2 h 10 min'],
  [49 * 3_600_000, '2 d 1 h'],
  [-600_000, '10 min'],
])('writes %i ms as %s', (ms, text) => expect(durationText(ms, i18n.getFixedT('en', 'test-chat'))).toBe(text))

it("reads and writes moments in the project's zone", () => {
  const noon = Date.UTC(2026, 2, 10, 9)
  expect(toFieldValue(noon, 'Europe/Moscow')).toBe('2026-03-10T12:00')
  expect(fromFieldValue('2026-03-10T12:00', 'Europe/Moscow')).toBe(noon)
  expect(fromFieldValue('', 'Europe/Moscow')).toBeUndefined()
  expect(momentText(noon, 'Europe/Moscow', noon - 1000, 'en')).toBe('12:00:00')
  expect(momentText(noon, 'Europe/Moscow', noon - 86_400_000, 'en')).toBe('10 Mar 2026, 12:00:00')
})

it('writes values as the calculator does', () => {
  expect([true, null, 5, 'text', [1, 'б'], { a: false }].map(variableText)).toEqual(['True', '', '5', 'text', '[1,"б"]', '{"a":false}'])
})

it('finds blocks by number first, then by words, and offers no comments', () => {
  const blocks = [
    blankBlock(12, { text: 'about 3 cakes' }),
    blankBlock(3, { name: 'Menu' }),
    blankBlock(4, { type: 'comment', text: '3' }),
    blankBlock(5, { condition: 'Menu' }),
  ]
  expect(findBlocks(blocks, '3', '').map(({ number }) => number)).toEqual([3, 12])
  expect(findBlocks(blocks, 'menu', '').map(({ number }) => number)).toEqual([3, 5])
  expect(findBlocks(blocks, '', 'start')).toEqual([])
})
