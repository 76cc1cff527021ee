import { getRetention, setRetention, standardRetention, type Retention } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Skeleton, TextInput } from '../ui/index.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { readDays } from './read-days.ts'

const names = ['messages', 'traces', 'inbox', 'log'] as const

/** How long the project keeps what it stores. In force at once, for what is there already, too. */
export function Keeping() {
  const { id: projectId } = useProject()
  const queryKey = ['retention', projectId]
  const client = useQueryClient()
  const { t } = useTranslation('settings')
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => call(getRetention, { projectId }, { signal }) })
  const save = useMutation({
    mutationFn: (next: Retention) => call(setRetention, { projectId, ...next }),
    onSuccess: (stored) => client.setQueryData(queryKey, stored),
  })
  if (error && !data) return <NotLoaded onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-20" />
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        {names.map((name) => (
          <DaysField key={name} name={name} value={data[name]} onChange={(days) => save.mutate({ ...data, [name]: days })} />
        ))}
      </div>
      {save.error && (
        <p role="alert" className="text-sm text-danger">
          {t('keeping.failed')}
        </p>
      )}
    </div>
  )
}

interface DaysFieldProps {
  readonly name: keyof Retention
  readonly value: number | null
  onChange(days: number | null): void
}

/** Stored when the field is left or Enter is pressed: half a number must not delete anything. */
function DaysField({ name, value, onChange }: DaysFieldProps) {
  const { t } = useTranslation('settings')
  const [written, setWritten] = useState<string>()
  const read = written === undefined ? value : readDays(written, name)
  const store = () => {
    if (read !== undefined && read !== value) onChange(read)
    setWritten(undefined)
  }
  return (
    <TextInput
      label={t(`keeping.${name}`)}
      hint={t(`keeping.${name}Hint`)}
      error={read === undefined ? t(name === 'inbox' ? 'keeping.inboxBad' : 'keeping.bad') : undefined}
      placeholder={name === 'inbox' ? String(standardRetention.inbox) : t('keeping.forEver')}
      inputMode="numeric"
      autoComplete="off"
      value={written ?? (value === null ? '' : String(value))}
      onChange={setWritten}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store()
      }}
    />
  )
}
