import { askEarly } from '../app/ask-early.ts'
import { queries } from '../app/query-client.ts'
import { filterOf, type OrdersSearch } from './filter.ts'
import { boardQuery, pipelinesQuery } from './orders.queries.ts'

/** The board comes together with its pipelines and not after them; which one is known from the address or, without one there, from these. */
export function askOrdersEarly(projectId: number, search: OrdersSearch): void {
  askEarly(pipelinesQuery(projectId))
  if (search.view === 'list') return
  const askBoard = (pipeline: number) => askEarly(boardQuery(projectId, pipeline, filterOf(search), false))
  if (search.pipeline !== undefined) return askBoard(search.pipeline)
  queries.ensureQueryData(pipelinesQuery(projectId)).then(
    ([first]) => first && askBoard(first.id),
    () => undefined,
  )
}
