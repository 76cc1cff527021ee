import { listLog } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleAlert, RefreshCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { indexOf, useEditor, useProjectId } from '../editor/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { Button, Skeleton } from '../ui/index.ts'
import { logSentence } from './log-sentence.ts'
import { NotLoaded } from './NotLoaded.tsx'

type Entry = ReturnType<typeof listLog.output.parse>['entries'][number]

const shownAtFirst = 10

/** What went wrong while people talked to the bot, the latest first. */
export function ProjectLog() {
  const { t } = useTranslation('settings')
  const projectId = useProjectId()
  const [all, setAll] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['log', projectId],
    queryFn: ({ signal }) => call(listLog, { projectId }, { signal }),
    refetchOnMount: 'always',
  })
  if (error && !data) return <NotLoaded onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-20" />
  const { entries } = data
  const shown = all ? entries : entries.slice(0, shownAtFirst)
  return (
    <div className="flex flex-col gap-2">
      {entries.length ? (
        <ul aria-label={t('log.title')} className="flex flex-col">
          {shown.map((entry) => (
            <LogRow key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-faint">{t('log.none')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button small icon={<RefreshCw size={12} aria-hidden />} busy={isFetching} onClick={() => void refetch()}>
          {t('log.refresh')}
        </Button>
        {shown.length < entries.length && (
          <Button small onClick={() => setAll(true)}>
            {t('log.more', { count: entries.length - shown.length })}
          </Button>
        )}
      </div>
    </div>
  )
}

function LogRow({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { message, hint } = logSentence(entry, language, t)
  const error = entry.level === 'error'
  const Icon = error ? CircleAlert : TriangleAlert
  return (
    <li className="flex items-start gap-2 border-t border-line py-2 text-sm first:border-t-0 first:pt-0">
      <Icon size={14} aria-hidden className={`mt-0.75 shrink-0 ${error ? 'text-danger' : 'text-warning'}`} />
      <span className="sr-only">{t(`log.${entry.level}`)}: </span>
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          {message}
          {entry.count > 1 && (
            <span className="ml-2 rounded-sm bg-sunken px-1 text-xs text-muted" title={t('log.times', { count: entry.count })}>
              ×{entry.count}
            </span>
          )}
        </p>
        {hint && <p className="text-xs text-faint">{hint}</p>}
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <Moment at={entry.at} />
          <Place entry={entry} />
          {entry.client !== null && <span>{t('log.client', { number: entry.client })}</span>}
        </p>
      </div>
    </li>
  )
}

/** Where it happened, as a link while that is still there. */
function Place({ entry: { block, arrow } }: { readonly entry: Entry }) {
  const { t } = useTranslation('settings')
  const projectId = useProjectId()
  const { blocks, arrows } = indexOf(useEditor(({ project }) => project))
  if (arrow === null && block === null) return null
  const found = arrow === null ? blocks.has(block ?? 0) : arrows.has(arrow)
  const text = arrow === null ? t('log.block', { number: block }) : t('log.arrow', { number: arrow })
  if (!found) return <span>{text}</span>
  return (
    <Link
      to="/p/$projectId"
      params={{ projectId }}
      search={arrow === null ? { block: block ?? undefined } : { arrow }}
      className="text-accent hover:underline"
    >
      {text}
    </Link>
  )
}
