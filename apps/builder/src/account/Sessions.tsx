import { endSession, signOutEverywhere } from '@voronka/api'
import type { SessionInfo } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, Skeleton, toast } from '../ui/index.ts'
import { browserName } from './browser-name.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { sessionsQuery } from './sessions-query.ts'

/** Where one is signed in, and how to end it there. */
export function Sessions() {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const { data: sessions, error, refetch } = useQuery({ ...sessionsQuery, refetchOnMount: 'always' })
  const [asking, setAsking] = useState(false)
  const { mutate: end, isPending } = useMutation({
    mutationFn: (session: SessionInfo) => call(endSession, { sessionId: session.id }),
    onSuccess: () => toast(t('sessions.ended')),
    onError: () => toast.error(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <Card title={t('sessions.title')} about={t('sessions.about')}>
      {error && !sessions ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !sessions ? (
        <Skeleton className="h-24" />
      ) : (
        <div className="flex flex-col gap-3">
          <ul aria-label={t('sessions.title')} className="flex flex-col">
            {sessions.map((session) => (
              <li key={session.id} className="flex items-center gap-3 border-t border-line py-2 text-sm first:border-t-0 first:pt-0">
                <MonitorSmartphone size={16} aria-hidden className="shrink-0 text-faint" />
                <div className="min-w-0 flex-1">
                  <p className="truncate" title={session.browser}>
                    {browserName(session.browser)}
                    {session.current && (
                      <span className="ml-2 rounded-sm bg-success-soft px-1 text-xs text-success">{t('sessions.current')}</span>
                    )}
                  </p>
                  <p className="flex flex-wrap gap-x-3 text-xs text-muted">
                    <span>{session.address}</span>
                    <span>
                      {t('sessions.used')} <Moment at={session.lastUsedAt} />
                    </span>
                  </p>
                </div>
                {!session.current && (
                  <Button small disabled={isPending} onClick={() => end(session)}>
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <Button className="self-start" onClick={() => setAsking(true)}>
            {t('sessions.everywhere')}
          </Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={t('sessions.everywhere')}
          about={t('sessions.everywhereAbout')}
          action={t('sessions.everywhere')}
          danger
          run={() => call(signOutEverywhere, {})}
          onDone={() => window.location.assign('/')}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
