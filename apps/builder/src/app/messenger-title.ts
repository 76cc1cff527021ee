import type { useTranslation } from 'react-i18next'

/** Messengers that are no brand: the server names them in English (calculator-language, section 4.2). */
const words = ['online chat', 'telephony', 'e-mail'] as const

/** What a messenger is called: brands by their name, the others in the language of the page. */
export function messengerTitle(messenger: string, t: ReturnType<typeof useTranslation<'app'>>['t']): string {
  const known = words.find((word) => word === messenger)
  return known ? t(`messengers.${known}`) : messenger
}
