import { expect, it } from 'vitest'
import { changesCards } from './changes-cards.ts'

const ofAnna = (client: number) => client === 7
const said = (client: number) => ({ type: 'dialogue-changed', client, message: 1 }) as const

it('concerns the cards: whatever changes orders, labels, or the dialogue of a client in sight', () => {
  expect(changesCards({ type: 'labels-changed' }, {}, ofAnna)).toBe(true)
  expect(changesCards(said(7), {}, ofAnna)).toBe(true)
  expect(changesCards(said(8), {}, ofAnna)).toBe(false)
  expect(changesCards({ type: 'lists-changed' }, {}, ofAnna)).toBe(false)
})

it('concerns the cards when the filter asks about it: a client can come into sight by what he writes', () => {
  expect(changesCards(said(8), { unread: true }, ofAnna)).toBe(true)
  expect(changesCards(said(8), { labels: [2] }, ofAnna)).toBe(true)
  expect(changesCards({ type: 'task-changed', task: 1, client: null }, {}, ofAnna)).toBe(false)
  expect(changesCards({ type: 'task-changed', task: 1, client: null }, { tasks: false }, ofAnna)).toBe(true)
})
