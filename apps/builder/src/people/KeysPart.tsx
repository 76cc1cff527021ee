import { revokeApiKey } from '@voronka/api'
import type { ApiKey } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, Skeleton, toast } from '../ui/index.ts'
import { KeyDialog } from './KeyDialog.tsx'
import { keysQuery } from './queries.ts'
import { scopeSummary } from './scope-summary.ts'

/** Keys with which programs call the API of the project. */
export default function KeysPart() {
  const { t } = useTranslation('people')
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const { data: keys, error, refetch } = useQuery({ ...keysQuery(projectId), refetchOnMount: 'always' })
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<ApiKey>()
  const edits = rights.may('settings', 'edit')
  return (
    <Card
      title={t('keys.title')}
      about={
        <>
          {t('keys.about')}{' '}
          <a href="/api/openapi.json" target="_blank" rel="noreferrer" className="text-accent hover:underline">
            {t('keys.openapi')}
          </a>
        </>
      }
      aside={
        edits && (
          <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setMaking(true)}>
            {t('keys.new')}
          </Button>
        )
      }
    >
      {error && !keys ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !keys ? (
        <Skeleton className="h-16" />
      ) : keys.length ? (
        <ul aria-label={t('keys.title')} className="flex flex-col">
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={edits ? () => setEnding(key) : undefined} />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-faint">{t('keys.none')}</p>
      )}
      {making && <KeyDialog onClose={() => setMaking(false)} />}
      {ending && (
        <ConfirmDialog
          title={t('keys.revokeTitle', { name: ending.name })}
          about={t('keys.revokeAbout')}
          action={t('keys.revoke')}
          danger
          run={() => call(revokeApiKey, { projectId, key: ending.id })}
          onDone={() => {
            toast(t('keys.revoked', { name: ending.name }))
            setEnding(undefined)
            void queries.invalidateQueries({ queryKey: keysQuery(projectId).queryKey })
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Card>
  )
}

function KeyRow({ apiKey: { name, ending, scopes, createdBy, expiresAt, lastUsedAt }, onRevoke }: { apiKey: ApiKey; onRevoke?(): void }) {
  const { t } = useTranslation('people')
  const [now] = useState(() => Date.now())
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now
  return (
    <li className="flex items-center gap-3 border-t border-line py-2 text-sm first:border-t-0 first:pt-0">
      <KeyRound size={16} aria-hidden className="shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium wrap-anywhere">{name}</span>
          <code className="text-xs text-faint">vk_…{ending}</code>
          {expired && <span className="rounded-sm bg-danger-soft px-1 text-xs text-danger">{t('keys.expired')}</span>}
        </p>
        <p className="text-xs text-muted">{scopeSummary(scopes, t) || t('keys.opensNothing')}</p>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span>{t('keys.by', { name: createdBy })}</span>
          <span>
            {lastUsedAt ? (
              <>
                {t('keys.used')} <Moment at={lastUsedAt} />
              </>
            ) : (
              t('keys.neverUsed')
            )}
          </span>
          <span>
            {expiresAt === null ? (
              t('keys.forEver')
            ) : (
              <>
                {t('until')} <Moment at={expiresAt} />
              </>
            )}
          </span>
        </p>
      </div>
      {onRevoke && (
        <Button small onClick={onRevoke}>
          {t('keys.revoke')}
        </Button>
      )}
    </li>
  )
}
