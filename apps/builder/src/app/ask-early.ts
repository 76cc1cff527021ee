import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import { queries } from './query-client.ts'

/**
 * Asks for what a screen is about to show while that screen is still being loaded. Only for what was never asked: how old it may be is the business of
 * the screen, and so is a failure.
 */
export function askEarly<Data, Key extends QueryKey>(query: FetchQueryOptions<Data, Error, Data, Key>): void {
  void queries.prefetchQuery({ ...query, staleTime: Infinity })
}
