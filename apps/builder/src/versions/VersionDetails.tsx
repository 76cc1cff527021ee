import type { Version } from '@voronka/api'
import type { Project } from '@voronka/flow'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowLeft, Download, RotateCcw } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { versionQuery } from '../app/queries.ts'
import { useEditor, useProjectId } from '../editor/index.ts'
import { fileAddress } from '../projects/file-address.ts'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { useEditWithUndo } from '../settings/use-edit-with-undo.ts'
import { Button, Segments, Skeleton } from '../ui/index.ts'
import { Contents } from './Contents.tsx'
import { diffRows } from './diff-rows.ts'
import { DiffSummary } from './DiffSummary.tsx'
import { restoreEdits } from './restore-edits.ts'

interface VersionDetailsProps {
  readonly version: Version
  /** The version before it; undefined for the first. */
  readonly previous: number | undefined
  /** Clients run it now. */
  readonly live: boolean
}

/** One version: what it brought, how the draft differs from it, and what is in it. */
export function VersionDetails({ version, previous, live }: VersionDetailsProps) {
  const { t } = useTranslation('versions')
  const projectId = useProjectId()
  const { data, error, refetch } = useQuery(versionQuery(projectId, version.number))
  return (
    <article aria-label={t('version', { number: version.number })} className="mx-auto flex max-w-200 flex-col gap-4 p-4 sm:p-6">
      <header className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <Link
          to="/p/$projectId/versions"
          params={{ projectId }}
          aria-label={t('back')}
          className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover md:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
        <div className="min-w-40 flex-1">
          <h2 className="text-lg font-semibold">{t('version', { number: version.number })}</h2>
          <p className="text-xs text-muted">
            <Moment at={version.publishedAt} />
            {live && ` · ${t('live')}`}
          </p>
        </div>
        <a
          href={fileAddress(projectId, version.number)}
          download
          className="inline-flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-3 text-sm hover:bg-hover"
        >
          <Download size={14} aria-hidden />
          {t('download')}
        </a>
        {data && <Restore version={version} wanted={data.project} live={live} />}
      </header>
      {version.note && (
        <p className="rounded-md border border-line bg-surface px-3 py-2 text-sm whitespace-pre-wrap wrap-anywhere">{version.note}</p>
      )}
      {data ? (
        <Views version={version} project={data.project} previous={previous} />
      ) : error ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-48" />
      )}
    </article>
  )
}

function Restore({ version, wanted, live }: { readonly version: Version; readonly wanted: Project; readonly live: boolean }) {
  const { t } = useTranslation('versions')
  const draft = useEditor(({ project }) => project)
  const editWithUndo = useEditWithUndo()
  const edits = useMemo(() => restoreEdits(draft, wanted), [draft, wanted])
  const label = t(live ? 'discard' : 'restore')
  const restore = () => {
    const { number } = version
    editWithUndo(edits, { label: t('restoreStep', { number }), said: t('restored', { number }) })
  }
  return (
    <Button
      icon={<RotateCcw size={14} aria-hidden />}
      disabled={!edits.length}
      title={t(edits.length ? (live ? 'discardHint' : 'restoreHint') : 'same')}
      onClick={restore}
    >
      {label}
    </Button>
  )
}

const views = ['previous', 'draft', 'contents'] as const

function Views({
  version,
  project,
  previous,
}: {
  readonly version: Version
  readonly project: Project
  readonly previous: number | undefined
}) {
  const { t } = useTranslation('versions')
  const projectId = useProjectId()
  const navigate = useNavigate()
  const { view = 'draft' } = useSearch({ from: '/p/$projectId/_editor/versions' })
  return (
    <>
      <Segments
        label={t('view')}
        labelHidden
        value={view}
        options={views.map((value) => ({ value, text: t(`views.${value}`) }))}
        onChange={(chosen) =>
          void navigate({
            to: '/p/$projectId/versions',
            params: { projectId },
            search: { version: version.number, view: chosen },
            replace: true,
          })
        }
      />
      {view === 'contents' && <Contents project={project} />}
      {view === 'draft' && <AgainstDraft project={project} />}
      {view === 'previous' &&
        (previous === undefined ? <Quiet text={t('first')} /> : <AgainstPrevious project={project} previous={previous} />)}
    </>
  )
}

function AgainstDraft({ project }: { readonly project: Project }) {
  // The draft may change under our eyes; a large comparison must not hold up what changes it.
  const draft = useDeferredValue(useEditor((state) => state.project))
  return <Differences before={project} after={draft} same="sameAsDraft" />
}

function AgainstPrevious({ project, previous }: { readonly project: Project; readonly previous: number }) {
  const { data, error, refetch } = useQuery(versionQuery(useProjectId(), previous))
  if (error && !data) return <NotLoaded onRetry={() => void refetch()} />
  return data ? <Differences before={data.project} after={project} same="sameAsPrevious" /> : <Skeleton className="h-48" />
}

function Differences({
  before,
  after,
  same,
}: {
  readonly before: Project
  readonly after: Project
  readonly same: 'sameAsDraft' | 'sameAsPrevious'
}) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const rows = useMemo(() => diffRows(before, after, language), [before, after, language])
  return rows.length ? <DiffSummary rows={rows} /> : <Quiet text={t(same)} />
}

const Quiet = ({ text }: { readonly text: string }) => <p className="py-8 text-center text-sm text-muted">{text}</p>
