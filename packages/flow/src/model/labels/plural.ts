import type { Language } from '@voronka/calculator'

/** One, few, many, as Russian needs them; English uses the first and the last: `['block', 'blocks', 'blocks']`. */
export type Forms = readonly [one: string, few: string, many: string]

/** `3 блока`, `1 block`. */
export const counted = (count: number, forms: Readonly<Record<Language, Forms>>, language: Language): string =>
  `${count} ${plural(count, forms[language], language)}`

export function plural(count: number, [one, few, many]: Forms, language: Language): string {
  const form = rules[language].select(count)
  return form === 'one' ? one : form === 'few' ? few : many
}

const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }
