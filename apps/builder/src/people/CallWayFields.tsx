import type { CallWay } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { Select, TextInput } from '../ui/index.ts'

const ways = ['off', 'application', 'api'] as const

/** How an employee calls, in his card (telephony, section 7). */
export function CallWayFields({ value, onChange }: { readonly value: CallWay; onChange(value: CallWay): void }) {
  const { t } = useTranslation('people')
  return (
    <>
      <Select
        label={t('card.calls.way')}
        hint={t('card.calls.wayHint')}
        value={value.way}
        options={ways.map((way) => ({ value: way, label: t(`card.calls.ways.${way}`) }))}
        onChange={(way) => onChange({ ...value, way })}
      />
      {value.way === 'api' && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextInput
            label={t('card.calls.number')}
            hint={t('card.calls.numberHint')}
            type="tel"
            autoComplete="off"
            maxLength={40}
            value={value.number}
            onChange={(number) => onChange({ ...value, number })}
          />
          <TextInput
            label={t('card.calls.record')}
            hint={t('card.calls.recordHint')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
            value={value.record}
            onChange={(record) => onChange({ ...value, record })}
          />
        </div>
      )}
    </>
  )
}
