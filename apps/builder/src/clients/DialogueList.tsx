import { readAllDialogues } from '@voronka/api'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { CheckCheck, MessagesSquare, SlidersHorizontal } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, IconButton, SearchField, Skeleton, toast } from '../ui/index.ts'
import { ClientFilter } from './ClientFilter.tsx'
import { countConditions, filterOf, noConditions, tabs, type ClientsSearch } from './clients-search.ts'
import { countsQuery, dialoguesQuery } from './clients.queries.ts'
import { useOperatorOptions } from '../operators/use-operator-options.ts'
import { labelsQuery } from '../crm/index.ts'
import { DialogueRow } from './DialogueRow.tsx'
import { nextPlace } from './next-place.ts'
import { useEventWords } from './use-event-words.ts'

interface DialogueListProps {
  readonly search: ClientsSearch
  setSearch(fields: Partial<ClientsSearch>): void
  /** Enter was pressed on a dialogue: it is open, and is to be answered. */
  onAnswer(client: number): void
}

/** The inbox: every dialogue that the person may see, the latest first. */
export function DialogueList({ search, setSearch, onAnswer }: DialogueListProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const [filtering, setFiltering] = useState(false)
  const { data: counts } = useQuery(countsQuery(projectId))
  const conditions = countConditions(search)
  const { waitingAndFree } = useOperatorOptions()
  const shownTabs = waitingAndFree ? tabs : tabs.filter((each) => each !== 'waiting' && each !== 'free')
  const tab = search.tab ?? 'all'
  return (
    <section aria-label={t('title')} className="flex h-full min-h-0 flex-col border-r border-line bg-surface">
      <div className="flex shrink-0 items-center gap-1 px-2 pt-2">
        <SearchField
          className="min-w-0"
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={search.q ?? ''}
          onSearch={(q) => setSearch({ q: q || undefined })}
        />
        <IconButton
          label={conditions ? t('filter.active', { count: conditions }) : t('filter.title')}
          pressed={conditions > 0}
          icon={<SlidersHorizontal size={16} />}
          onClick={() => setFiltering(true)}
        />
        <ReadAll disabled={!counts?.unread} />
      </div>
      <div role="tablist" aria-label={t('tabs.label')} className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2 py-1.5">
        {shownTabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={tab === each}
            onClick={() => setSearch({ tab: each === 'all' ? undefined : each })}
            className={clsx(
              'flex h-7 shrink-0 items-center gap-1 rounded-md px-2 text-xs whitespace-nowrap',
              tab === each ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-hover',
            )}
          >
            {t(`tabs.${each}`)}
            {counts && counts[each] > 0 && <span className="text-2xs tabular-nums">{counts[each]}</span>}
          </button>
        ))}
      </div>
      {conditions > 0 && (
        <p className="flex shrink-0 items-center gap-2 border-b border-line px-3 py-1 text-xs text-muted">
          {t('filter.active', { count: conditions })}
          <button type="button" className="text-accent hover:underline" onClick={() => setSearch(noConditions)}>
            {t('filter.clear')}
          </button>
        </p>
      )}
      <Rows search={search} setSearch={setSearch} onAnswer={onAnswer} />
      {filtering && <ClientFilter search={search} onApply={setSearch} onClose={() => setFiltering(false)} />}
    </section>
  )
}

function Rows({ search, setSearch, onAnswer }: DialogueListProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data: labels = [] } = useQuery(labelsQuery(projectId))
  const eventWords = useEventWords()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...dialoguesQuery(projectId, filterOf(search)),
    placeholderData: (former) => former,
  })
  const scroller = useRef<HTMLDivElement>(null)
  const dialogues = data?.pages.flatMap((page) => page.dialogues) ?? []
  // Its functions change with every scroll and are called here only, so nothing stale can be shown.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: dialogues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    getItemKey: (index) => dialogues[index]?.id ?? index,
    overscan: 8,
  })
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0
  const more = useEffectEvent(() => void fetchNextPage())
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= dialogues.length - 10) more()
  }, [hasNextPage, isFetchingNextPage, last, dialogues.length])

  /** One stop for Tab: the arrows lead on from where the focus is, and open what they come to. */
  const [focused, setFocused] = useState<number>()
  const stop = dialogues.find(({ id }) => id === (focused ?? search.client))?.id ?? dialogues[0]?.id
  const goTo = (index: number) => {
    const next = dialogues[index]
    if (!next) return
    setSearch({ client: next.id })
    setFocused(next.id)
    virtual.scrollToIndex(index)
    // Once it is there.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-dialogue="${next.id}"]`)?.focus({ preventScroll: true }),
    )
  }

  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <div aria-busy className="flex flex-col gap-2 p-3">
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </div>
    )
  }
  if (!dialogues.length) {
    const narrowed = search.q || countConditions(search) > 0 || (search.tab && search.tab !== 'all')
    return (
      <EmptyState
        icon={<MessagesSquare size={32} />}
        title={t(narrowed ? 'empty.found' : 'empty.title')}
        about={t(narrowed ? 'empty.foundAbout' : 'empty.about')}
      >
        {narrowed && <Button onClick={() => setSearch({ ...noConditions, q: undefined, tab: undefined })}>{t('filter.all')}</Button>}
      </EmptyState>
    )
  }
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto"
      onKeyDown={(event) => {
        const to = nextPlace(
          dialogues.findIndex(({ id }) => id === stop),
          event.key,
          { columns: 1, count: dialogues.length },
        )
        if (to === undefined || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return
        event.preventDefault()
        goTo(to)
      }}
    >
      <div role="list" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const dialogue = dialogues[index]
          return (
            dialogue && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="listitem"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <DialogueRow
                  dialogue={dialogue}
                  labels={labels}
                  eventWords={eventWords}
                  open={search.client === dialogue.id}
                  stop={stop === dialogue.id}
                  onFocus={() => setFocused(dialogue.id)}
                  onOpen={(byKey) => {
                    setSearch({ client: dialogue.id })
                    if (byKey) onAnswer(dialogue.id)
                  }}
                />
              </div>
            )
          )
        })}
      </div>
      {isFetchingNextPage && <Skeleton className="m-3 h-12" />}
    </div>
  )
}

function ReadAll({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation('clients')
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  if (!rights.may('clients', 'edit')) return null
  const readAll = async () => {
    try {
      const { changed } = await call(readAllDialogues, { projectId })
      toast(t('readAll.done', { count: changed }))
    } catch {
      toast.error(t('failed'))
    }
    await queries.invalidateQueries({ queryKey: ['clients', projectId] })
  }
  return <IconButton label={t('readAll.do')} disabled={disabled} icon={<CheckCheck size={16} />} onClick={() => void readAll()} />
}
