import type { Card, Column, OrderPlace } from '@voronka/api'
import { describe, expect, it } from 'vitest'
import { appendCards, columnAt, mergeBoards, moveCard, removeCard, updateCard, type BoardState } from './board-state.ts'

const created: OrderPlace = { state: 1 }
const working: OrderPlace = { state: 2 }
const failed: OrderPlace = { place: 'fail' }

const card = (number: number, at: OrderPlace, fields: Partial<Card> = {}): Card => ({
  number,
  revision: 1,
  at,
  client: { id: number, name: `Client ${number}`, messenger: 'online chat', phone: '', email: '' },
  name: `Order ${number}`,
  description: '',
  budget: 100,
  responsible: null,
  variables: {},
  labels: [],
  unread: 0,
  payment: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-01-01T00:00:00.000Z',
  enteredAt: `2026-01-01T00:00:${String(60 - number).padStart(2, '0')}.000Z`,
  ...fields,
})

const column = (at: OrderPlace, numbers: readonly number[], more: Partial<Column> = {}): Column => ({
  at,
  count: numbers.length,
  sum: numbers.length * 100,
  cards: numbers.map((number) => card(number, at)),
  next: null,
  ...more,
})

const board = (): BoardState => ({
  columns: [column(created, [1, 2]), column(working, [3])],
  unsorted: column({ place: 'unsorted' }, []),
  system: [column(failed, [])],
})

const numbers = (state: BoardState, place: OrderPlace) => columnAt(state, place)?.cards.map(({ number }) => number)
const total = (state: BoardState, place: OrderPlace) => {
  const { count, sum } = columnAt(state, place) ?? { count: -1, sum: -1 }
  return [count, sum]
}

describe('a move', () => {
  it('puts the card on top of its new column and takes counts and sums along', () => {
    const moved = moveCard(board(), 2, working, '2026-02-01T00:00:00.000Z')
    expect(numbers(moved, created)).toEqual([1])
    expect(numbers(moved, working)).toEqual([2, 3])
    expect([total(moved, created), total(moved, working)]).toEqual([
      [1, 100],
      [2, 200],
    ])
    expect(columnAt(moved, working)?.cards[0]?.at).toEqual(working)
  })

  it('reaches the system places, too', () => {
    expect(numbers(moveCard(board(), 1, failed, ''), failed)).toEqual([1])
  })

  it('to where the card is changes nothing, nor does one of a card that is not loaded', () => {
    const before = board()
    expect(moveCard(before, 1, created, '')).toBe(before)
    expect(moveCard(before, 99, working, '')).toBe(before)
  })
})

it('keeps sums true when a budget changes or a card goes', () => {
  expect(total(updateCard(board(), 1, { budget: 250 }), created)).toEqual([2, 350])
  expect(total(removeCard(board(), 1), created)).toEqual([1, 100])
})

it('adds the next cards of a column once each', () => {
  const more = appendCards(board(), created, [card(2, created), card(7, created)], 'later')
  expect(numbers(more, created)).toEqual([1, 2, 7])
  expect(columnAt(more, created)?.next).toBe('later')
})

describe('a board that was loaded anew', () => {
  const scrolled = (): BoardState => ({ ...board(), columns: [column(created, [1, 2, 5, 6], { next: 'page-3' }), column(working, [3])] })

  it('keeps the cards that had been scrolled to behind its own first ones', () => {
    const fresh = { ...board(), columns: [column(created, [1, 2], { count: 40, next: 'page-2' }), column(working, [3])] }
    const merged = mergeBoards(scrolled(), fresh)
    expect(numbers(merged, created)).toEqual([1, 2, 5, 6])
    expect(columnAt(merged, created)).toMatchObject({ count: 40, next: 'page-3' })
  })

  it('shows a card that went elsewhere only there', () => {
    const fresh = { ...board(), columns: [column(created, [1, 2], { next: 'page-2' }), column(working, [5, 3])] }
    expect(numbers(mergeBoards(scrolled(), fresh), created)).toEqual([1, 2, 6])
  })

  it('is taken as it is when it has every card of the column', () => {
    expect(numbers(mergeBoards(scrolled(), board()), created)).toEqual([1, 2])
  })
})
