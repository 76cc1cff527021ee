import { addStoppedNumber, removeStoppedNumber } from '@voronka/api'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { PhoneOff, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, EmptyState, IconButton, SearchField, Skeleton, TextInput, toast } from '../ui/index.ts'
import { callsKey, stoppedQuery } from './calls.queries.ts'

/** Numbers that are not called, whoever asks for it (telephony, section 4). */
export function StoppedNumbers() {
  const { t } = useTranslation('telephony')
  const { id: projectId, rights } = useProject()
  const [q, setQ] = useState('')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...stoppedQuery(projectId, q),
    placeholderData: (former) => former,
  })
  const change = useChange()
  const editable = rights.may('calls', 'edit')
  const { t: say } = useTranslation('app')
  const numbers = data?.pages.flatMap((page) => page.numbers) ?? []
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="flex max-w-180 flex-col gap-3 p-4">
        <p className="text-sm text-muted">{t('numbers.about')}</p>
        <div className="flex flex-wrap items-end gap-3">
          {editable && (
            <Add onAdd={(phone, added) => change.mutate(() => call(addStoppedNumber, { projectId, phone }), { onSuccess: added })} />
          )}
          <SearchField
            label={t('numbers.search')}
            placeholder={t('numbers.search')}
            value={q}
            className="min-w-40 flex-1"
            onSearch={setQ}
          />
        </div>
        {error && !data ? (
          <NotLoaded onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton className="h-24" />
        ) : numbers.length === 0 ? (
          <EmptyState
            icon={<PhoneOff size={32} />}
            title={q === '' ? t('numbers.none') : say('list.nothingFound')}
            about={t('numbers.noneAbout')}
          />
        ) : (
          <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
            {numbers.map(({ phone, by, name, addedAt }) => (
              <li key={phone} className="flex items-center gap-3 px-3 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block tabular-nums">+{phone}</span>
                  <span className="flex flex-wrap gap-x-2 text-xs text-faint">
                    <bdi>{by === 'digit' ? t('numbers.byDigit') : name}</bdi>
                    <Moment at={addedAt} />
                  </span>
                </span>
                {editable && (
                  <IconButton
                    label={t('numbers.remove', { phone: `+${phone}` })}
                    icon={<Trash2 size={14} />}
                    onClick={() => change.mutate(() => call(removeStoppedNumber, { projectId, phone }))}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button small className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('list.more')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Add({ onAdd }: { onAdd(phone: string, added: () => void): void }) {
  const { t } = useTranslation('telephony')
  const [phone, setPhone] = useState('')
  return (
    <form
      className="flex min-w-0 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (phone.trim()) onAdd(phone, () => setPhone(''))
      }}
    >
      <TextInput label={t('numbers.new')} type="tel" autoComplete="off" maxLength={40} value={phone} onChange={setPhone} />
      <Button type="submit" icon={<Plus size={14} aria-hidden />} disabled={!phone.trim()}>
        {t('numbers.add')}
      </Button>
    </form>
  )
}

function useChange() {
  const { t } = useTranslation('telephony')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const refusal = useRefusalText()
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: (error) => toast.error(refusal(error, t('failed'))),
    onSettled: () => queries.invalidateQueries({ queryKey: callsKey(projectId) }),
  })
}
