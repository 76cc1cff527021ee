import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, EmptyState } from '../ui/index.ts'
import { ApiError } from './api-error.ts'

/** What stands where something could not be shown: what happened, and what to do. */
export function Broken({ error, missing, onRetry }: { error?: unknown; missing?: boolean; onRetry?(): void }) {
  const { t } = useTranslation('app')
  useEffect(() => {
    if (error !== undefined) console.error(error)
  }, [error])
  return (
    <main role="alert" className="flex h-full items-center justify-center">
      <EmptyState title={t('errors.title')} about={t(causeOf(error, missing))}>
        <Button look="primary" onClick={onRetry ?? (() => window.location.reload())}>
          {t(onRetry ? 'errors.retry' : 'errors.reload')}
        </Button>
        <Button onClick={() => window.location.assign('/')}>{t('errors.toProjects')}</Button>
      </EmptyState>
    </main>
  )
}

function causeOf(error: unknown, missing: boolean | undefined) {
  if (missing || (error instanceof ApiError && error.status === 404)) return 'errors.notFound'
  if (error instanceof ApiError && error.status === 403) return 'errors.notAllowed'
  return error instanceof ApiError && error.passing ? 'errors.offline' : 'errors.crash'
}
