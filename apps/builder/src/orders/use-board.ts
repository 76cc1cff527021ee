import { deleteOrder, getColumn, moveOrder, restoreOrder, undeleteOrder } from '@voronka/api'
import type { Card, OrderPlace, OrderTarget } from '@voronka/api'
import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { appendCards, columnAt, moveCard, removeCard, showsClient, type BoardState } from './board-state.ts'
import { changesCards } from './changes-cards.ts'
import type { OrderFilter } from './filter.ts'
import { boardKey, boardQuery, pageSize } from './orders.queries.ts'
import { isSamePlace } from './place.ts'
import { useFailureText } from './use-failure-text.ts'

/** After a change elsewhere counts and new cards are asked for so soon; what happens meanwhile is in the same answer. */
const refreshMs = 200

export const moveKey = ['move-order'] as const

/** The board of one pipeline: kept up to date by live events, with own moves shown before the server has confirmed them. */
export function useBoard(pipelineId: number, filter: OrderFilter, hidden: boolean) {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const query = boardQuery(projectId, pipelineId, filter, hidden)
  const { queryKey } = query
  const result = useQuery(query)
  const refresh = useRefresh(projectId)

  useLive(projectId, (event) => {
    const shows = (client: number) => showsClient(queries.getQueryData<BoardState>(queryKey), client)
    if (changesCards(event, filter, shows)) refresh()
    if (event.type !== 'order-changed') return
    const { order, to } = event
    queries.setQueryData<BoardState>(queryKey, (board) => {
      if (!board) return board
      return to ? moveCard(board, order, to, new Date().toISOString()) : removeCard(board, order)
    })
  })

  const more = useMutation({
    mutationFn: async (at: OrderPlace) => {
      const after = columnAt(queries.getQueryData<BoardState>(queryKey) ?? emptyBoard, at)?.next
      if (!after) return undefined
      const place = 'state' in at ? { state: at.state } : { place: at.place }
      return call(getColumn, { projectId, pipelineId, ...filter, ...place, after, size: pageSize })
    },
    onSuccess: (page, at) => {
      if (page) queries.setQueryData<BoardState>(queryKey, (board) => board && appendCards(board, at, page.cards, page.next))
    },
  })

  return { ...result, loadMore: more.mutate, loadingMore: more.isPending ? more.variables : undefined }
}

const emptyBoard: BoardState = { columns: [], unsorted: { at: { place: 'unsorted' }, count: 0, sum: 0, cards: [], next: null }, system: [] }

/** Asks for the boards anew a moment later, but never while an own move is under way: its card would jump back. */
function useRefresh(projectId: number): () => void {
  const queries = useQueryClient()
  const moving = useIsMutating({ mutationKey: moveKey }) > 0
  const [wanted, setWanted] = useState(0)
  useEffect(() => {
    if (!wanted || moving) return undefined
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: boardKey(projectId) }), refreshMs)
    return () => clearTimeout(timer)
  }, [wanted, moving, queries, projectId])
  return () => setWanted((count) => count + 1)
}

export interface Move {
  readonly card: Pick<Card, 'number' | 'at' | 'name'>
  readonly to: OrderTarget | 'delete'
  readonly reason?: string
}

/** Moves an order at once; when the server refuses, it goes back and the person is told why. Every move can be taken back from its toast. */
export function useMoveOrder(): (move: Move) => void {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const boards = { queryKey: boardKey(projectId) }

  const mutation = useMutation({
    mutationKey: moveKey,
    mutationFn: async ({ card, to, reason }: Move): Promise<void> => {
      const order = card.number
      if (to === 'delete') await call(deleteOrder, { projectId, order })
      else await call(moveOrder, { projectId, order, from: card.at, to, reason: reason ?? '' })
    },
    onMutate: async ({ card, to }) => {
      await queries.cancelQueries(boards)
      const now = new Date().toISOString()
      queries.setQueriesData<BoardState>(boards, (board) => {
        if (!board || (to !== 'delete' && 'pipeline' in to)) return board
        return to === 'delete' ? removeCard(board, card.number) : moveCard(board, card.number, to, now)
      })
    },
    onSuccess: (_done, move) => tellMoved(move),
    onError: (error) => toast.error(failureText(error, t('move.failed'))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['orders', projectId] }),
  })

  function tellMoved({ card, to }: Move): void {
    const back = to === 'delete' ? () => call(undeleteOrder, { projectId, order: card.number }) : backFrom(card, to)
    const system = to === 'delete' ? 'delete' : 'place' in to ? to.place : undefined
    if (!back || !system) return
    toast(t(`moved.${system}`, { number: card.number }), { action: { label: say('ui.undo'), onClick: () => void takeBack(back) } })
  }

  function backFrom(card: Move['card'], to: OrderTarget): (() => Promise<unknown>) | undefined {
    if (!('place' in to) || isSamePlace(to, card.at)) return undefined
    if (to.place === 'unsorted') return () => call(moveOrder, { projectId, order: card.number, from: to, to: card.at, reason: '' })
    return () => call(restoreOrder, { projectId, order: card.number, from: to })
  }

  async function takeBack(back: () => Promise<unknown>): Promise<void> {
    try {
      await back()
    } catch (error) {
      toast.error(failureText(error, t('move.undoFailed')))
    }
    await queries.invalidateQueries({ queryKey: ['orders', projectId] })
  }

  return mutation.mutate
}
