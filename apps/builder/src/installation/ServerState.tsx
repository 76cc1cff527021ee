import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { healthQuery, isLate } from '../app/troubles.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Card, Skeleton } from '../ui/index.ts'

/** What the health check of the server says (docs/configuration.md). More than a look takes, `voronka doctor` finds out. */
export function ServerState() {
  const { t } = useTranslation('installation')
  const { t: say } = useTranslation('app')
  const { data, error, refetch } = useQuery(healthQuery)
  return (
    <Card title={t('state.title')} about={t('state.about')}>
      {error && !data ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-24" />
      ) : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm max-sm:grid-cols-1 max-sm:gap-y-1">
          <Fact name={t('state.version')}>{data.version}</Fact>
          <Fact name={t('state.storage')} good={data.storage === 'ok'}>
            {data.storage === 'ok' ? t('state.storageOk') : say(`troubles.${data.storage}`)}
          </Fact>
          <Fact name={t('state.backup')} good={data.backup === 'none' ? undefined : data.backup === 'ok'}>
            {data.backup === 'failed' ? say('troubles.backup') : t(`state.backups.${data.backup}`)}
          </Fact>
          <Fact name={t('state.planned')} good={!isLate(data)}>
            {isLate(data) ? say('troubles.late') : t('state.inTime')}
          </Fact>
        </dl>
      )}
    </Card>
  )
}

/** `good` left out: it is neither. */
function Fact({ name, good, children }: { readonly name: string; readonly good?: boolean | undefined; readonly children: ReactNode }) {
  const Mark = good ? CircleCheck : CircleAlert
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="flex min-w-0 items-start gap-2 max-sm:mb-2">
        {good !== undefined && <Mark size={16} aria-hidden className={`mt-0.5 shrink-0 ${good ? 'text-success' : 'text-danger'}`} />}
        <span className="wrap-anywhere">{children}</span>
      </dd>
    </>
  )
}
