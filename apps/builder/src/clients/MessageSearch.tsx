import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { SearchField } from '../ui/index.ts'
import { foundMessagesQuery } from './clients.queries.ts'

interface MessageSearchProps {
  readonly client: ClientCard
  readonly chosen: number | undefined
  onChoose(message: number): void
}

/** What was said in one dialogue, by a word of it; the dialogue goes to what is chosen. */
export function MessageSearch({ client, chosen, onChoose }: MessageSearchProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...foundMessagesQuery(projectId, client.id, q), placeholderData: (former) => (q ? former : undefined) })
  const found = q ? (data?.messages.toReversed() ?? []) : []
  return (
    <section aria-label={t('head.search')} className="shrink-0 border-b border-line bg-surface p-2">
      <div className="flex">
        <SearchField label={t('head.search')} placeholder={t('find.placeholder')} value={q} onSearch={setQ} />
      </div>
      {q !== '' && data && (
        <p role="status" className="px-1 pt-1 text-xs text-muted">
          {data.earlier ? t('find.many', { count: found.length }) : t('find.found', { count: found.length })}
        </p>
      )}
      {found.length > 0 && (
        <ul className="mt-1 max-h-44 overflow-y-auto rounded-md border border-line">
          {found.map(({ id, at, from, author, text }) => (
            <li key={id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                aria-current={id === chosen || undefined}
                className={clsx('flex w-full flex-col px-3 py-1.5 text-left hover:bg-hover', id === chosen && 'bg-accent-soft')}
                onClick={() => onChoose(id)}
              >
                <span className="text-2xs text-faint">
                  <bdi>{from === 'client' ? t('message.client') : (author ?? t('message.bot'))}</bdi> · <Moment at={at} />
                </span>
                <bdi className="block w-full truncate text-sm">{text}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
