import type { Audience } from '@voronka/api'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, Select, TextInput } from '../ui/index.ts'

type VariableFilter = Audience['variables'][number]
const mostVariables = 10

interface VariableConditionsProps {
  readonly audience: Audience
  onChange(variables: VariableFilter[]): void
}

/** What variables have to be like. */
export function VariableConditions({ audience, onChange }: VariableConditionsProps) {
  const { t } = useTranslation('audience')
  const { variables } = audience
  const set = (index: number, fields: Partial<VariableFilter>) => {
    const variable = variables[index]
    if (variable) onChange(variables.with(index, { ...variable, ...fields }))
  }
  return (
    <div className="flex flex-col gap-2">
      {variables.map((variable, index) => (
        <div
          key={index}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_auto]"
        >
          <TextInput
            label={t('variable')}
            spellCheck={false}
            maxLength={500}
            value={variable.name}
            onChange={(name) => set(index, { name })}
          />
          <Select
            label={t('is.label')}
            value={variable.is}
            options={(['equal', 'not-equal', 'contains', 'filled', 'empty'] as const).map((value) => ({ value, label: t(`is.${value}`) }))}
            onChange={(is) => set(index, { is })}
          />
          {variable.is === 'filled' || variable.is === 'empty' ? (
            <span />
          ) : (
            <TextInput label={t('value')} maxLength={1000} value={variable.value} onChange={(value) => set(index, { value })} />
          )}
          <IconButton
            label={t('removeVariable', { name: variable.name })}
            icon={<Trash2 size={14} />}
            onClick={() => onChange(variables.toSpliced(index, 1))}
          />
        </div>
      ))}
      {variables.length < mostVariables && (
        <Button
          small
          className="self-start"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...variables, { scope: 'any', name: '', is: 'equal', value: '' }])}
        >
          {t('addVariable')}
        </Button>
      )}
    </div>
  )
}
