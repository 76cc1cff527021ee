import type { PaymentSum } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { money } from '../orders/money.ts'
import { stateColors } from './state-colors.ts'

/** What all payments that fit come to, by state; sums of different currencies are never added. */
export function PaymentSums({ sums }: { readonly sums: readonly PaymentSum[] }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const states = [...new Set(sums.map(({ state }) => state))]
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 border-b border-line px-4 py-3" aria-label={t('sums')}>
      {(['paid', 'waiting', 'failed'] as const)
        .filter((state) => states.includes(state))
        .map((state) => {
          const own = sums.filter((each) => each.state === state)
          return (
            <div key={state}>
              <dt className={`text-xs ${stateColors[state]}`}>
                {t(`state.${state}`)} <span className="text-faint">{own.reduce((count, each) => count + each.count, 0)}</span>
              </dt>
              <dd className="text-lg font-semibold">{own.map(({ sum, currency }) => money(sum, currency, language)).join(' + ')}</dd>
            </div>
          )
        })}
    </dl>
  )
}
