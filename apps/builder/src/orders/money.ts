import type { Language } from '@voronka/calculator'
import { numberFormat } from '../app/formats.ts'

/** A sum as it is read: `12 500 RUB`; a currency that is a code gets its sign. */
export function money(amount: number, currency: string, language: Language): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  const number = { minimumFractionDigits: digits, maximumFractionDigits: 2 }
  if (/^[A-Z]{3}$/.test(currency)) {
    return numberFormat(language, { ...number, style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount)
  }
  const text = numberFormat(language, number).format(amount)
  return currency ? `${text} ${currency}` : text
}
