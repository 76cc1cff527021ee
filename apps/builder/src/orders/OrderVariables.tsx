import type { Order, OrderChange } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { AddVariable, VariableRow } from '../crm/index.ts'
import { Section } from '../ui/index.ts'

interface OrderVariablesProps {
  readonly order: Order
  readonly editable: boolean
  onChange(change: OrderChange): void
}

/** The variables of this order. Those of the client's current order are what his dialogue reads and writes. */
export function OrderVariables({ order, editable, onChange }: OrderVariablesProps) {
  const { t } = useTranslation('orders')
  const entries = Object.entries(order.variables).sort(([one], [other]) => one.localeCompare(other))
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
          <AddVariable
            taken={(name) => name in order.variables}
            onAdd={(name, to) => onChange({ field: 'variable', name, from: null, to })}
          />
        )}
      </div>
    </Section>
  )
}
