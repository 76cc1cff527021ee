import type { Order, OrderChange } from '@voronka/api'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VariableRow } from '../crm/index.ts'
import { Button, Section, TextInput } from '../ui/index.ts'

interface OrderVariablesProps {
  readonly order: Order
  readonly editable: boolean
  onChange(change: OrderChange): void
}

/** The variables of this order. Those of the client's current order are what his dialogue reads and writes. */
export function OrderVariables({ order, editable, onChange }: OrderVariablesProps) {
  const { t } = useTranslation('orders')
  const entries = Object.entries(order.variables).sort(([one], [other]) => one.localeCompare(other))
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const taken = name.trim() in order.variables
  const add = () => {
    if (!name.trim() || !value || taken) return
    onChange({ field: 'variable', name: name.trim(), from: null, to: value })
    setName('')
    setValue('')
  }
  return (
    <Section title={t('variables.title', { count: entries.length })}>
      <div className="flex flex-col gap-2">
        {!entries.length && <p className="text-xs text-faint">{t('variables.none')}</p>}
        {entries.map(([each, text]) => (
          <VariableRow
            key={each}
            name={each}
            value={text}
            editable={editable}
            onSet={(to, from) => onChange({ field: 'variable', name: each, from, to })}
            onDelete={() => onChange({ field: 'variable', name: each, from: text, to: null })}
          />
        ))}
        {editable && (
          <form
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <TextInput
              label={t('variables.name')}
              labelHidden
              placeholder={t('variables.name')}
              spellCheck={false}
              maxLength={500}
              value={name}
              error={taken ? t('variables.taken') : undefined}
              onChange={setName}
            />
            <TextInput label={t('variables.value')} labelHidden placeholder={t('variables.value')} value={value} onChange={setValue} />
            <Button
              type="submit"
              aria-label={t('variables.add')}
              className="px-2"
              icon={<Plus size={16} aria-hidden />}
              disabled={!name.trim() || !value || taken}
            />
          </form>
        )}
      </div>
    </Section>
  )
}
