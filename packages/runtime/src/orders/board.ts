import type { Card, Column, SystemPlace } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { checkOrderFilter } from '../clients/seen-variables.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { WorkContext } from '../worker/context.ts'
import { cardOf, pageOf, placeKey, systemPlacesOf, type FullRow, type Cards, type Page } from './cards.ts'
import type { OrderFilter, Where } from './order-filter.ts'

const nothing = { count: 0, sum: 0 }

interface BoardQuery extends OrderFilter {
  readonly size?: number | undefined
  readonly hidden?: boolean | undefined
}

/** Cards of a column unless the page asks for another number. */
const usualSize = 50

export type Board = ReturnType<typeof createBoard>

/** The board of a pipeline (crm-and-tasks, section 11.1): all of it is read in one transaction, so that counts and cards agree. */
export function createBoard({ db, orders }: WorkContext, cards: Cards) {
  function* toCards(project: number, pipelineId: number, actor: Actor): Step<(row: FullRow) => Card> {
    const pipeline = yield* orders.pipelines.find(project, pipelineId)
    if (!pipeline) throw failure('pipeline-not-found')
    const shown = actor.has('variables.seeOrder') ? pipeline.card.variables : []
    const people = yield* cards.people(project)
    return (row) => cardOf(row, people, shown)
  }

  return {
    get: (project: number, pipelineId: number, { size = usualSize, hidden = false, ...filter }: BoardQuery, actor: Actor) =>
      db.transaction(function* () {
        checkOrderFilter(actor, filter)
        const toCard = yield* toCards(project, pipelineId, actor)
        const pipeline = yield* orders.pipelines.find(project, pipelineId)
        const totals = yield* cards.placeTotals(project, filter)

        function* column(at: Column['at'], where: Where, key: string, withCards: boolean): Step<Column> {
          const total = totals.get(key) ?? nothing
          const page: Page =
            withCards && total.count
              ? pageOf(yield* cards.column(project, filter, where, { size }), size, toCard)
              : { cards: [], next: null }
          return { at, ...total, ...page }
        }

        const columns: Column[] = []
        for (const { id } of pipeline?.states ?? []) columns.push(yield* column({ state: id }, { state: id }, placeKey(id), true))
        const unsorted = yield* column({ place: 'unsorted' }, { place: 'unsorted' }, placeKey(null), true)
        const system: Column[] = []
        for (const place of systemPlacesOf) system.push(yield* column({ place }, { place }, place, hidden))
        return { columns, unsorted, system }
      }),

    column: (
      project: number,
      pipelineId: number,
      {
        state,
        place,
        after,
        size = usualSize,
        ...filter
      }: BoardQuery & { state?: number | undefined; place?: SystemPlace | undefined; after?: string | undefined },
      actor: Actor,
    ) =>
      db.transaction(function* (): Step<Page> {
        checkOrderFilter(actor, filter)
        const toCard = yield* toCards(project, pipelineId, actor)
        return pageOf(yield* cards.column(project, filter, { state, place }, { after, size }), size, toCard)
      }),
  }
}
