import type { TestChat, TurnInfo } from '@voronka/api'
import { Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, control } from '../ui/index.ts'
import type { Scope } from './chat-actions.ts'
import { variableText } from './variable-text.ts'

interface VariablesPaneProps {
  readonly variables: TestChat['variables']
  /** What the shown turn changed is marked. */
  readonly changed: TurnInfo['changed']
  readonly onSet: (scope: Scope, name: string, value: string) => void
}

const scopes: readonly Scope[] = ['order', 'client', 'project']

export function VariablesPane({ variables, changed, onSet }: VariablesPaneProps) {
  const { t } = useTranslation('test-chat')
  const [filter, setFilter] = useState('')
  return (
    <div className="flex flex-col gap-3 p-3">
      <input
        className={control}
        type="search"
        aria-label={t('variables.filter')}
        placeholder={t('variables.filter')}
        value={filter}
        onChange={({ target }) => setFilter(target.value)}
      />
      {scopes.map((scope) => (
        <ScopeView
          key={scope}
          scope={scope}
          values={variables[scope]}
          filter={filter}
          changed={changed}
          onSet={(name, value) => onSet(scope, name, value)}
        />
      ))}
    </div>
  )
}

interface ScopeViewProps {
  readonly scope: Scope
  readonly values: Readonly<Record<string, unknown>>
  readonly filter: string
  readonly changed: TurnInfo['changed']
  readonly onSet: (name: string, value: string) => void
}

function ScopeView({ scope, values, filter, changed, onSet }: ScopeViewProps) {
  const { t } = useTranslation('test-chat')
  const [adding, setAdding] = useState(false)
  const names = Object.keys(values)
    .filter((name) => name.toLowerCase().includes(filter.trim().toLowerCase()))
    .sort((a, b) => a.localeCompare(b))
  return (
    <section className="flex flex-col gap-1">
      <h4 className="flex items-center justify-between text-xs font-semibold text-muted">
        {t(`variables.${scope}`)}
        <IconButton
          label={`${t('variables.add')}: ${t(`variables.${scope}`)}`}
          hint={t('variables.add')}
          small
          icon={<Plus size={14} />}
          onClick={() => setAdding(true)}
        />
      </h4>
      {adding && (
        <NewVariable
          onClose={() => setAdding(false)}
          onAdd={(name, value) => {
            setAdding(false)
            onSet(name, value)
          }}
        />
      )}
      {!names.length && !adding && <p className="text-xs text-faint">{t('variables.none')}</p>}
      <ul className="flex flex-col">
        {names.map((name) => (
          <VariableRow
            key={name}
            name={name}
            value={variableText(values[name])}
            change={changed.find((one) => one.scope === scope && one.name === name)}
            onSet={(value) => onSet(name, value)}
          />
        ))}
      </ul>
    </section>
  )
}

interface VariableRowProps {
  readonly name: string
  readonly value: string
  readonly change: TurnInfo['changed'][number] | undefined
  readonly onSet: (value: string) => void
}

/** The value is edited where it stands: Enter or leaving the field keeps it, Esc takes it back. */
function VariableRow({ name, value, change, onSet }: VariableRowProps) {
  const { t } = useTranslation('test-chat')
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    if (typed !== undefined && typed !== value) onSet(typed)
    setTyped(undefined)
  }
  const before =
    change &&
    (change.before === null || change.before === undefined
      ? t('variables.wasAbsent')
      : t('variables.was', { value: variableText(change.before) }))
  return (
    <li className={`flex flex-col rounded-sm px-1 py-0.5 ${change ? 'bg-accent-soft' : ''}`}>
      <div className="flex min-w-0 items-start gap-1 font-mono text-xs leading-6">
        <span className="max-w-[45%] flex-none truncate" title={name}>
          {name}
        </span>
        <span aria-hidden className="text-faint">
          =
        </span>
        <textarea
          rows={1}
          className="field-sizing-content max-h-40 min-w-0 flex-1 resize-none rounded-sm border border-transparent bg-transparent px-1 leading-5 hover:border-line focus-visible:border-accent focus-visible:bg-field"
          aria-label={t('variables.edit', { name })}
          value={typed ?? value}
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(undefined)
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            keep()
          }}
        />
        <IconButton label={t('variables.delete', { name })} small icon={<X size={14} />} onClick={() => onSet('')} />
      </div>
      {before && (
        <span className="text-2xs leading-4 text-muted wrap-anywhere">
          <span className="sr-only">{t('variables.changedNow')}, </span>
          {before}
        </span>
      )}
    </li>
  )
}

function NewVariable({ onAdd, onClose }: { readonly onAdd: (name: string, value: string) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('test-chat')
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() && value) onAdd(name.trim(), value)
  }
  return (
    <form className="flex items-center gap-1" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <input
        autoFocus
        className={control}
        aria-label={t('variables.name')}
        placeholder={t('variables.name')}
        value={name}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <input
        className={control}
        aria-label={t('variables.value')}
        placeholder={t('variables.value')}
        value={value}
        autoComplete="off"
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="submit" disabled={!name.trim() || !value}>
        {t('variables.save')}
      </Button>
    </form>
  )
}
