import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { ApiError } from './api-error.ts'
import { Broken } from './Broken.tsx'
import { whenSignedOut } from './call.ts'
import { setLanguage } from './language.ts'
import { LeadsOn } from './LeadsOn.tsx'
import { meQuery, useSession } from './session.ts'

const SignInPage = lazy(() => import('../sign-in/index.ts').then(({ SignInPage }) => ({ default: SignInPage })))
const SignInAgain = lazy(() => import('../sign-in/index.ts').then(({ SignInAgain }) => ({ default: SignInAgain })))

/** Behind it is only who is signed in. When the session ends later, one signs in over the open page. */
export function Door({ children }: { children: ReactNode }) {
  const { data: me, error, refetch } = useQuery(meQuery)
  const queries = useQueryClient()
  const ended = useSession((state) => state.ended)
  // Who was not signed in when the page came is asked to; only a session that was there can end.
  useEffect(() => whenSignedOut(() => useSession.setState({ ended: queries.getQueryData(meQuery.queryKey) !== undefined })), [queries])
  const language = me?.account.language
  useEffect(() => {
    if (language) void setLanguage(language)
  }, [language])
  if (me)
    return (
      <>
        {children}
        <Suspense>{ended && <SignInAgain />}</Suspense>
      </>
    )
  if (!error) return null
  if (error instanceof ApiError && error.code === 'set-up-needed')
    return (
      <LeadsOn>
        <Navigate replace to="/setup" />
      </LeadsOn>
    )
  if (error instanceof ApiError && error.code === 'not-signed-in')
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    )
  return <Broken error={error} onRetry={() => void refetch()} />
}
