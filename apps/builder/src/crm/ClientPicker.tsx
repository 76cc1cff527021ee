import { listDialogues } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { IconButton, TextInput } from '../ui/index.ts'

export interface ChosenClient {
  readonly id: number
  readonly name: string
}

interface ClientPickerProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: ChosenClient | null
  onChange(client: ChosenClient | null): void
}

/** A client of the project, found while a name, contact or word of his dialogue is written. */
export function ClientPicker({ label, labelHidden, value, onChange }: ClientPickerProps) {
  const { t } = useTranslation('crm')
  const { id: projectId } = useProject()
  const [search, setSearch] = useState('')
  const q = useDeferredValue(search.trim())
  const { data: found = [] } = useQuery({
    queryKey: ['find-clients', projectId, q],
    queryFn: ({ signal }) =>
      call(listDialogues, { projectId, tab: 'all', q }, { signal }).then(({ dialogues }) => dialogues.slice(0, mostOffered)),
    enabled: q.length > 1 && value === null,
    placeholderData: (former) => former,
  })
  const offered = q.length > 1 && value === null ? found : []
  const list = useRef<HTMLUListElement>(null)
  const some = offered.length > 0
  // At the end of a panel it would open out of sight.
  useEffect(() => {
    if (some) list.current?.scrollIntoView({ block: 'nearest' })
  }, [some])
  if (value) {
    return (
      <div className="flex min-w-0 flex-col gap-1">
        <span className={labelHidden ? 'sr-only' : 'text-xs text-muted'}>{label}</span>
        <div className="flex h-8 items-center gap-1 rounded-md border border-line bg-sunken pl-2 text-sm">
          <bdi className="min-w-0 flex-1 truncate">{value.name || t('noName', { id: value.id })}</bdi>
          <IconButton small label={t('otherClient')} icon={<X size={14} />} onClick={() => onChange(null)} />
        </div>
      </div>
    )
  }
  return (
    <div className="relative min-w-0">
      <TextInput
        label={label}
        labelHidden={labelHidden}
        placeholder={labelHidden ? label : t('search')}
        autoComplete="off"
        maxLength={200}
        value={search}
        onChange={setSearch}
      />
      {some && (
        <ul
          ref={list}
          aria-label={t('found')}
          className="absolute inset-x-0 top-full z-10 mt-1 max-h-52 overflow-y-auto rounded-md bg-raised shadow-float"
        >
          {offered.map(({ id, name, channel }) => (
            <li key={id}>
              <button
                type="button"
                className="flex w-full items-baseline gap-2 px-3 py-1.5 text-left text-sm hover:bg-hover"
                onClick={() => {
                  setSearch('')
                  onChange({ id, name })
                }}
              >
                <bdi className="truncate">{name || t('noName', { id })}</bdi>
                <span className="ml-auto shrink-0 text-xs text-faint">{channel.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const mostOffered = 8
