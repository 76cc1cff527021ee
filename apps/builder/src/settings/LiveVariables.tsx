import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProjectId } from '../editor/index.ts'
import { IconButton, oneLine, Skeleton, TextArea, toast, useKept } from '../ui/index.ts'
import { AddValue } from './AddValue.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { useSetVariable, variablesQuery } from './live-variables.ts'

/** The project variables as they are now: one value for everybody, in force at once. */
export function LiveVariables() {
  const { t } = useTranslation('settings')
  const { data: variables, error, refetch } = useQuery(variablesQuery(useProjectId()))
  const set = useSetVariable()
  if (error && !variables) return <NotLoaded onRetry={() => void refetch()} />
  if (!variables) return <Skeleton className="h-8" />
  return (
    <div className="flex flex-col gap-2">
      {variables.length > 0 ? (
        <ul aria-label={t('live.title')} className="flex flex-col gap-2">
          {variables.map((entry) => (
            <LiveVariable key={entry.name} {...entry} onSet={(value) => set.mutate({ name: entry.name, value })} />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-faint">{t('live.none')}</p>
      )}
      <AddValue label={t('live.add')} taken={variables} onAdd={set.mutate} />
    </div>
  )
}

interface LiveVariableProps {
  readonly name: string
  readonly value: string
  onSet(value: string): void
}

/** Stored when the field is left, not while it is written: a conversation may read it at any moment. */
function LiveVariable({ name, value, onSet }: LiveVariableProps) {
  const { t } = useTranslation('settings')
  const { t: say } = useTranslation('app')
  const { written, field } = useKept(value, (text) => text !== '' && onSet(text))
  const remove = () => {
    onSet('')
    toast(t('values.deleted', { name }), { action: { label: say('ui.undo'), onClick: () => onSet(value) } })
  }
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <span className="py-1.5 pl-2 font-mono text-sm wrap-anywhere">{name}</span>
      <div className="order-last col-span-2 sm:order-none sm:col-span-1">
        <TextArea
          label={t('values.value', { name })}
          labelHidden
          rows={1}
          className={oneLine}
          spellCheck={false}
          hint={written === '' ? t('live.emptyStays') : undefined}
          {...field}
        />
      </div>
      <IconButton label={t('values.delete', { name })} icon={<Trash2 size={16} />} onClick={remove} />
    </li>
  )
}
