import type { BroadcastInfo } from '@voronka/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Reply } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, Skeleton } from '../ui/index.ts'
import { recipientsQuery, type RecipientState } from './broadcasts.queries.ts'

/** What became of each person, and why; each opens his dialogue. */
export function Recipients({ broadcast }: { readonly broadcast: BroadcastInfo }) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId, rights } = useProject()
  const [state, setState] = useState<RecipientState>()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    recipientsQuery(projectId, broadcast.number, state),
  )
  const { total, sent, skipped, failed } = broadcast
  const counts = { waiting: total - sent - skipped - failed, sent, skipped, failed }
  const recipients = data?.pages.flatMap((page) => page.recipients) ?? []
  return (
    <section aria-label={t('recipients.title')} className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
      <h3 className="text-base font-semibold">{t('recipients.title')}</h3>
      <div role="group" aria-label={t('recipients.filter')} className="flex flex-wrap gap-1.5">
        {([undefined, 'waiting', 'sent', 'skipped', 'failed'] as const).map((each) => (
          <Button
            key={each ?? 'all'}
            small
            look={state === each ? 'primary' : 'secondary'}
            aria-pressed={state === each}
            onClick={() => setState(each)}
          >
            {t(`recipients.${each ?? 'all'}`)}
            <span className="tabular-nums">{each ? counts[each] : total}</span>
          </Button>
        ))}
      </div>
      {error && !data ? (
        <p role="alert" className="flex items-center gap-3 text-sm text-muted">
          {t('recipients.notLoaded')}
          <Button small onClick={() => void refetch()}>
            {t('keepAgain')}
          </Button>
        </p>
      ) : !data ? (
        <Skeleton className="h-24" />
      ) : !recipients.length ? (
        <p className="text-sm text-faint">{t('recipients.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {recipients.map(({ client, name, state: became, reason, at, replied }) => (
            <li key={client} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5 text-sm">
              <span className="min-w-32 flex-1 truncate">
                {rights.may('clients') ? (
                  <Link to="/p/$projectId/clients" params={{ projectId }} search={{ client }} className="text-accent hover:underline">
                    <bdi>{name || t('noName', { id: client })}</bdi>
                  </Link>
                ) : (
                  <bdi>{name || t('noName', { id: client })}</bdi>
                )}
              </span>
              {replied && (
                <span className="flex items-center gap-1 text-xs text-success">
                  <Reply size={12} aria-hidden />
                  {t('recipients.replied')}
                </span>
              )}
              <span className={became === 'failed' ? 'text-xs text-danger' : 'text-xs text-muted'}>
                {t(`recipients.became.${became}`)}
                <Reason reason={reason} />
              </span>
              <span className="shrink-0 text-xs sm:w-28 sm:text-right whitespace-nowrap text-faint">{at && <Moment at={at} />}</span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button small className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}

const known = ['blocked', 'unsubscribed', 'nothing-to-say', 'gone'] as const

function Reason({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('broadcasts')
  if (!reason) return null
  const ours = known.find((each) => each === reason)
  return <span className="wrap-anywhere">: {ours ? t(`recipients.reasons.${ours}`) : reason}</span>
}
