import type { ConnectionField } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { Select, Switch, TextInput } from '../ui/index.ts'
import type { KindTexts } from './kind-texts.ts'

interface FieldInputProps {
  readonly field: ConnectionField
  readonly texts: KindTexts
  readonly value: string | boolean
  readonly error?: string
  /** The last characters of a secret that there is; undefined: there is none. */
  readonly stored?: string
  onChange(value: string | boolean): void
}

/** One field of a connection, by its type. A secret is written and never read. */
export function FieldInput({ field, texts, value, error, stored, onChange }: FieldInputProps) {
  const { t } = useTranslation('connections')
  const { label, hint } = texts.fields[field.name] ?? { label: field.name }
  if (field.type === 'switch') return <Switch label={label} hint={hint} checked={value === true} onChange={onChange} />
  const shown = { label: field.required ? label : t('optional', { label }), hint, error, value: String(value) }
  if (field.type === 'choice') {
    const names = texts.choices?.[field.name]
    return (
      <Select
        {...shown}
        options={field.choices.map((choice) => ({ value: choice, label: names?.[choice] ?? choice }))}
        onChange={onChange}
      />
    )
  }
  if (field.type === 'secret')
    return (
      <TextInput
        {...shown}
        type="password"
        autoComplete="new-password"
        spellCheck={false}
        placeholder={stored === undefined ? undefined : stored === '' ? t('stored') : t('storedEnding', { ending: stored })}
        maxLength={field.longest}
        onChange={onChange}
      />
    )
  return (
    <TextInput
      {...shown}
      autoComplete="off"
      spellCheck={false}
      inputMode={field.type === 'number' ? 'decimal' : field.type === 'address' ? 'url' : undefined}
      placeholder={field.type === 'text' ? undefined : String(field.standard)}
      maxLength={field.type === 'text' ? field.longest : 2000}
      onChange={onChange}
    />
  )
}
