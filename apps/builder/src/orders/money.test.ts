import { expect, it } from 'vitest'
import { money } from './money.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

it.each([
  [1500, 'RUB', 'ru', '1 500 ₽'],
  [1500.5, 'EUR', 'en', '€1,500.50'],
  [12, 'coins', 'en', '12 coins'],
  [12, '', 'ru', '12'],
  [0, 'RUB', 'en', '₽0'],
] as const)('%d %s in %s is %s', (amount, currency, language, text) => {
  expect(plain(money(amount, currency, language))).toBe(text)
})
