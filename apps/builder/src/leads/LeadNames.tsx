import { createLeadPartner, createLeadSource, deleteLeadPartner, deleteLeadSource, renameLeadSource } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Button, IconButton, TextInput } from '../ui/index.ts'
import { partnersQuery, sourcesQuery } from './leads.queries.ts'
import { useLeadChange } from './use-lead-change.ts'

/** The two dictionaries of leads: sources and partners. */
export function LeadNames() {
  const { id: projectId } = useProject()
  const { data: sources = [] } = useQuery(sourcesQuery(projectId))
  const { data: partners = [] } = useQuery(partnersQuery(projectId))
  return (
    <>
      <SettingsCard name="leadSources" needs={['leads']}>
        <Names
          names={sources}
          add={(name) => call(createLeadSource, { projectId, name })}
          rename={(source, name) => call(renameLeadSource, { projectId, source, name })}
          remove={(source) => call(deleteLeadSource, { projectId, source })}
        />
      </SettingsCard>
      <SettingsCard name="leadPartners" needs={['leads']}>
        <Names
          names={partners}
          add={(name) => call(createLeadPartner, { projectId, name })}
          remove={(partner) => call(deleteLeadPartner, { projectId, partner })}
        />
      </SettingsCard>
    </>
  )
}

interface NamesProps {
  readonly names: readonly { readonly id: number; readonly name: string; readonly leads: number }[]
  add(name: string): Promise<unknown>
  rename?(id: number, name: string): Promise<unknown>
  remove(id: number): Promise<unknown>
}

function Names({ names, add, rename, remove }: NamesProps) {
  const { t } = useTranslation('leads')
  const change = useLeadChange<unknown>()
  const [name, setName] = useState('')
  return (
    <div className="flex max-w-140 flex-col gap-2">
      {!names.length && <p className="text-sm text-faint">{t('names.none')}</p>}
      <ul className="flex flex-col gap-1">
        {names.map((each) => (
          <li key={`${each.id} ${each.name}`} className="flex items-center gap-2 text-sm">
            <Name name={each.name} onRename={rename && ((next) => change.mutate(() => rename(each.id, next)))} />
            <span className="w-24 shrink-0 text-right text-xs text-faint tabular-nums">{t('names.leads', { count: each.leads })}</span>
            <IconButton
              label={t('names.remove', { name: each.name })}
              icon={<Trash2 size={14} />}
              onClick={() => change.mutate(() => remove(each.id))}
            />
          </li>
        ))}
      </ul>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) change.mutate(() => add(name.trim()), { onSuccess: () => setName('') })
        }}
      >
        <div className="min-w-0 flex-1">
          <TextInput label={t('names.new')} maxLength={100} value={name} onChange={setName} />
        </div>
        <Button type="submit" icon={<Plus size={14} aria-hidden />} disabled={!name.trim()} busy={change.isPending}>
          {t('names.add')}
        </Button>
      </form>
    </div>
  )
}

function Name({ name, onRename }: { readonly name: string; onRename?: ((name: string) => void) | undefined }) {
  const { t } = useTranslation('leads')
  const [text, setText] = useState(name)
  if (!onRename) return <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
  return (
    <div className="min-w-0 flex-1">
      <TextInput
        label={t('names.name')}
        labelHidden
        maxLength={100}
        value={text}
        onChange={setText}
        onBlur={() => (text.trim() && text.trim() !== name ? onRename(text.trim()) : setText(name))}
      />
    </div>
  )
}
