import { whoAmI } from '@voronka/api'
import type { Me } from '@voronka/api'
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { ApiError } from './api-error.ts'
import { call } from './call.ts'
import { keepCsrfToken } from './csrf.ts'
import { recall, remember } from './device-memory.ts'

/** Who is signed in. Asked once; live events and the answers of sign-in, profile and password keep it true. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(whoAmI, {}, { signal }).then(withToken, forgetSession),
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
})

/** For everything behind the door: there is somebody. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

/** Takes what the server says about who is signed in now. */
export function noteMe(queries: QueryClient, me: Me): void {
  queries.setQueryData(meQuery.queryKey, withToken(me))
}

export function useNoteMe(): (me: Me) => void {
  const queries = useQueryClient()
  return (me) => noteMe(queries, me)
}

function withToken(me: Me): Me {
  keepCsrfToken(me.csrfToken)
  remember(sessionKey, '1')
  return me
}

function forgetSession(error: unknown): never {
  if (error instanceof ApiError && error.code === 'not-signed-in') remember(sessionKey, null)
  throw error
}

const sessionKey = 'voronka.signed-in'

/** Whether somebody was signed in here when it was last asked. Only a guess: the cookie itself is not for pages to see. */
export const hadSession = (): boolean => recall(sessionKey) !== null

/** Whether the session ended under an open page: then one signs in over it, and everything on it stays as it is. */
export const useSession = create<{ readonly ended: boolean }>()(() => ({ ended: false }))

const waiting = new Set<() => void>()

/** Tells when somebody has signed in again, for what could not be sent meanwhile. */
export function whenSignedInAgain(go: () => void): () => void {
  waiting.add(go)
  return () => waiting.delete(go)
}

/** The same person is back: what failed is asked for again. Somebody else begins with a page of his own. */
export function signedInAgain(queries: QueryClient, me: Me): void {
  const former = queries.getQueryData(meQuery.queryKey)
  if (former && former.account.id !== me.account.id) return window.location.reload()
  noteMe(queries, me)
  useSession.setState({ ended: false })
  for (const go of waiting) go()
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'open-project' && queryKey[0] !== 'me' })
}
