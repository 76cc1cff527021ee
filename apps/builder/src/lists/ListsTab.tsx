import { createList } from '@voronka/api'
import type { ListInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { List, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { labelColors, listsQuery } from '../crm/index.ts'
import { Button, EmptyState, Segments, Skeleton, TextInput } from '../ui/index.ts'
import { ListPanel } from './ListPanel.tsx'
import { useChange } from './use-change.ts'

interface ListsTabProps {
  readonly open: number | undefined
  onOpen(list: number | undefined): void
}

/** Every list, in its folder; one of them open beside. */
export function ListsTab({ open, onOpen }: ListsTabProps) {
  const { t } = useTranslation('lists')
  const { id: projectId, rights } = useProject()
  const { data, error, refetch } = useQuery(listsQuery(projectId))
  const [sort, setSort] = useState<'name' | 'number'>('name')
  const editable = rights.may('lists', 'edit')
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  const lists = (data ?? []).toSorted((one, other) => (sort === 'name' ? one.name.localeCompare(other.name) : one.number - other.number))
  const folders = [...new Set(lists.map(({ folder }) => folder))].sort()
  const chosen = lists.find(({ number }) => number === open)
  return (
    <div className="relative flex h-full min-h-0">
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-160 flex-col gap-4 p-3 sm:p-5">
          {editable && <NewList onMade={onOpen} />}
          {!data ? (
            <Skeleton className="h-24" />
          ) : !lists.length ? (
            <EmptyState icon={<List size={32} />} title={t('none.title')} about={t('none.about')} />
          ) : (
            <>
              <div className="w-44 self-end">
                <Segments
                  label={t('sort.label')}
                  labelHidden
                  value={sort}
                  options={[
                    { value: 'name', text: t('sort.name') },
                    { value: 'number', text: t('sort.number') },
                  ]}
                  onChange={setSort}
                />
              </div>
              {folders.map((folder) => (
                <section key={folder} aria-label={folder || t('noFolder')}>
                  {(folder || folders.length > 1) && <h2 className="mb-1 text-xs text-muted">{folder || t('noFolder')}</h2>}
                  <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
                    {lists
                      .filter((list) => list.folder === folder)
                      .map((list) => (
                        <ListRow key={list.number} list={list} open={open === list.number} onOpen={() => onOpen(list.number)} />
                      ))}
                  </ul>
                </section>
              ))}
            </>
          )}
        </div>
      </div>
      {chosen && <ListPanel key={chosen.number} list={chosen} editable={editable} onClose={() => onOpen(undefined)} />}
    </div>
  )
}

function ListRow({ list, open, onOpen }: { readonly list: ListInfo; readonly open: boolean; onOpen(): void }) {
  const { t } = useTranslation('lists')
  return (
    <li>
      <button
        type="button"
        aria-current={open || undefined}
        onClick={onOpen}
        className={clsx('flex w-full items-center gap-2 px-3 py-2 text-left text-sm', open ? 'bg-accent-soft' : 'hover:bg-hover')}
      >
        <span aria-hidden className={clsx('size-2.5 shrink-0 rounded-full', labelColors[list.color])} />
        <span className="min-w-0 flex-1 truncate">{list.name}</span>
        <span className="shrink-0 text-xs text-muted">{t('members', { count: list.members })}</span>
        <span className="w-10 shrink-0 text-right text-xs text-faint tabular-nums">{list.number}</span>
      </button>
    </li>
  )
}

function NewList({ onMade }: { onMade(list: number): void }) {
  const { t } = useTranslation('lists')
  const { id: projectId } = useProject()
  const [name, setName] = useState('')
  const change = useChange<ListInfo>()
  const add = () => {
    if (!name.trim()) return
    change.mutate(() => call(createList, { projectId, name: name.trim(), folder: '', color: 0 }), {
      onSuccess: ({ number }) => {
        setName('')
        onMade(number)
      },
    })
  }
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="min-w-0 flex-1">
        <TextInput label={t('new')} value={name} maxLength={255} onChange={setName} />
      </div>
      <Button type="submit" look="primary" icon={<Plus size={14} aria-hidden />} disabled={!name.trim()} busy={change.isPending}>
        {t('add')}
      </Button>
    </form>
  )
}
