import type { Version } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import clsx from 'clsx'
import { Rocket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { projectQuery, versionsQuery } from '../app/queries.ts'
import { openDialog } from '../app/workspace.ts'
import { useProjectId } from '../editor/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { useUndoKeys } from '../settings/use-undo-keys.ts'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { VersionDetails } from './VersionDetails.tsx'

/** All that was ever published: looked at, compared, taken back into the draft, downloaded. On a telephone the list and one version are two screens. */
export function VersionsPage() {
  const { t } = useTranslation('versions')
  useUndoKeys()
  const projectId = useProjectId()
  const { version: asked } = useSearch({ from: '/p/$projectId/_editor/versions' })
  const { data: project } = useQuery(projectQuery(projectId))
  const { data: versions, error, refetch } = useQuery(versionsQuery(projectId))
  if (error && !versions) return <Broken error={error} onRetry={() => void refetch()} />
  if (!versions) return <Loading />
  if (!versions.length) return <NothingPublished />
  const live = project?.published?.number ?? versions[0]?.number
  const chosen = versions.find(({ number }) => number === (asked ?? live)) ?? versions[0]
  return (
    <main className="grid h-full grid-cols-1 md:grid-cols-[300px_minmax(0,1fr)]">
      <nav
        aria-label={t('list')}
        className={clsx(
          'relative min-h-0 flex-col overflow-y-auto border-r border-line bg-surface p-2',
          asked === undefined ? 'flex' : 'hidden md:flex',
        )}
      >
        <h1 className="px-2 py-2 text-lg font-semibold">{t('title')}</h1>
        <ol className="flex flex-col gap-0.5">
          {versions.map((version) => (
            <ListedVersion key={version.number} version={version} live={version.number === live} chosen={version === chosen} />
          ))}
        </ol>
      </nav>
      <div className={clsx('relative min-h-0 min-w-0 overflow-y-auto', asked === undefined && 'hidden md:block')}>
        {chosen && (
          <VersionDetails
            key={chosen.number}
            version={chosen}
            previous={versions.find(({ number }) => number < chosen.number)?.number}
            live={chosen.number === live}
          />
        )}
      </div>
    </main>
  )
}

function ListedVersion({ version, live, chosen }: { readonly version: Version; readonly live: boolean; readonly chosen: boolean }) {
  const { t } = useTranslation('versions')
  const projectId = useProjectId()
  const { view } = useSearch({ from: '/p/$projectId/_editor/versions' })
  const { number, note, publishedAt, blocks, arrows } = version
  return (
    <li>
      <Link
        to="/p/$projectId/versions"
        params={{ projectId }}
        search={{ version: number, view }}
        aria-current={chosen || undefined}
        className={clsx('flex flex-col gap-0.5 rounded-md px-2 py-2 hover:bg-hover', chosen && 'md:bg-accent-soft')}
      >
        <span className="flex items-center gap-2">
          <span className="font-medium">{t('version', { number })}</span>
          {live && <LiveMark />}
          <span className="ml-auto text-xs text-muted">
            <Moment at={publishedAt} />
          </span>
        </span>
        {note && <span className="line-clamp-2 text-sm wrap-anywhere text-muted">{note}</span>}
        <span className="text-xs text-faint">
          {t('blocks', { count: blocks })}, {t('arrows', { count: arrows })}
        </span>
      </Link>
    </li>
  )
}

function LiveMark() {
  const { t } = useTranslation('versions')
  return (
    <span className="flex items-center gap-1 rounded-sm bg-success-soft px-1.5 text-2xs font-medium text-success" title={t('liveHint')}>
      <span aria-hidden className="size-1.5 rounded-full bg-success" />
      {t('live')}
    </span>
  )
}

function NothingPublished() {
  const { t } = useTranslation('versions')
  return (
    <main className="relative h-full overflow-y-auto">
      <EmptyState icon={<Rocket size={32} aria-hidden />} title={t('none.title')} about={t('none.about')}>
        <Button look="primary" onClick={() => openDialog('publish')}>
          {t('none.publish')}
        </Button>
      </EmptyState>
    </main>
  )
}

function Loading() {
  const { t } = useTranslation('app')
  return (
    <main aria-busy aria-label={t('ui.loading')} className="grid h-full grid-cols-1 md:grid-cols-[300px_minmax(0,1fr)]">
      <div className="flex flex-col gap-2 border-r border-line bg-surface p-3">
        <Skeleton className="h-7 w-28" />
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
      <div className="hidden flex-col gap-3 p-6 md:flex">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-40" />
      </div>
    </main>
  )
}
