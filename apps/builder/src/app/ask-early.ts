import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import { queries } from './query-client.ts'
import { hadSession, meQuery } from './session.ts'

/**
 * Asks for what a screen is about to show while that screen is still being loaded. Only for what was never asked: how old it may be is the business of
 * the screen, and so is a failure.
 */
export function askEarly<Data, Key extends QueryKey>(query: FetchQueryOptions<Data, Error, Data, Key>): void {
  void queries.prefetchQuery({ ...query, staleTime: Infinity })
}

/** Resolves when nothing that was asked is without an answer, nor what was asked because of one. */
export const untilAnswered = (): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (queries.isFetching()) return
      stop()
      resolve()
    }
    const stop = queries.getQueryCache().subscribe(look)
    look()
  })

/**
 * For what is asked early. Where somebody was signed in the last time it is asked at once, else not before it is known that somebody is: a stranger would be
 * refused everything but the question who he is.
 */
export function forSomebody(ask: () => void): void {
  if (hadSession()) return ask()
  queries.fetchQuery(meQuery).then(ask, () => undefined)
}
