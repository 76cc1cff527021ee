/** The board as it is shown: pure changes of what the server told, so that a move is seen before it is confirmed. */
import type { Card, Column, OrderPlace } from '@voronka/api'
import { isSamePlace, placeKey } from './place.ts'

export interface BoardState {
  readonly columns: readonly Column[]
  readonly unsorted: Column
  readonly system: readonly Column[]
}

export const columnsOf = ({ columns, unsorted, system }: BoardState): readonly Column[] => [unsorted, ...columns, ...system]

export const columnAt = (board: BoardState, place: OrderPlace): Column | undefined =>
  columnsOf(board).find(({ at }) => isSamePlace(at, place))

export const findCard = (board: BoardState, number: number): Card | undefined =>
  columnsOf(board)
    .flatMap(({ cards }) => cards)
    .find((card) => card.number === number)

export const showsClient = (board: BoardState | undefined, client: number): boolean =>
  board !== undefined && columnsOf(board).some(({ cards }) => cards.some((card) => card.client.id === client))

function mapColumns(board: BoardState, change: (column: Column) => Column): BoardState {
  return { columns: board.columns.map(change), unsorted: change(board.unsorted), system: board.system.map(change) }
}

/** Takes a card out of its column and puts it at the top of another; counts and sums follow. What is not loaded stays as it is. */
export function moveCard(board: BoardState, number: number, to: OrderPlace, enteredAt: string): BoardState {
  const card = findCard(board, number)
  if (!card || isSamePlace(card.at, to)) return board
  const without = removeCard(board, number)
  return mapColumns(without, (column) =>
    isSamePlace(column.at, to)
      ? {
          ...column,
          count: column.count + 1,
          sum: column.sum + (card.budget ?? 0),
          cards: [{ ...card, at: to, enteredAt }, ...column.cards],
        }
      : column,
  )
}

export function removeCard(board: BoardState, number: number): BoardState {
  return mapColumns(board, (column) => {
    const card = column.cards.find((each) => each.number === number)
    if (!card) return column
    return {
      ...column,
      count: column.count - 1,
      sum: column.sum - (card.budget ?? 0),
      cards: column.cards.filter((each) => each !== card),
    }
  })
}

/** What a card shows has changed; it stays where it is. */
export function updateCard(board: BoardState, number: number, fields: Partial<Card>): BoardState {
  return mapColumns(board, (column) => {
    const index = column.cards.findIndex((card) => card.number === number)
    const card = column.cards[index]
    if (!card) return column
    const changed = { ...card, ...fields }
    return {
      ...column,
      sum: column.sum + (changed.budget ?? 0) - (card.budget ?? 0),
      cards: column.cards.with(index, changed),
    }
  })
}

/** More cards of a column, behind those that are there. */
export function appendCards(board: BoardState, place: OrderPlace, cards: readonly Card[], next: string | null): BoardState {
  return mapColumns(board, (column) => {
    if (!isSamePlace(column.at, place)) return column
    const known = new Set(column.cards.map(({ number }) => number))
    return { ...column, cards: [...column.cards, ...cards.filter(({ number }) => !known.has(number))], next }
  })
}

/** A board that was asked for anew, without losing what had been scrolled to: behind its first cards stay the older ones that were loaded. */
export function mergeBoards(former: BoardState | undefined, fresh: BoardState): BoardState {
  if (!former) return fresh
  const shown = new Set(columnsOf(fresh).flatMap(({ cards }) => cards.map(({ number }) => number)))
  const before = new Map(columnsOf(former).map((column) => [placeKey(column.at), column]))
  return mapColumns(fresh, (column) => {
    const old = before.get(placeKey(column.at))
    const last = column.cards.at(-1)
    if (!old || !last || old.cards.length <= column.cards.length || column.next === null) return column
    const tail = old.cards.filter((card) => !shown.has(card.number) && card.enteredAt <= last.enteredAt)
    return tail.length ? { ...column, cards: [...column.cards, ...tail], next: old.next } : column
  })
}
