import type { ClientChannel } from '@voronka/api'
import type { useTranslation } from 'react-i18next'

type Say = ReturnType<typeof useTranslation<'app'>>['t']

/** Messengers that are no brand: the server names them in English (calculator-language, section 4.2). */
const words = ['online chat', 'telephony', 'e-mail'] as const

/** What a messenger is called: brands by their name, the others in the language of the page. */
export function messengerTitle(messenger: string, t: Say): string {
  const known = words.find((word) => word === messenger)
  return known ? t(`messengers.${known}`) : messenger
}

/** What a way is called by which clients come: its own name and its messenger. */
export const channelTitle = ({ name, messenger }: Pick<ClientChannel, 'name' | 'messenger'>, t: Say): string =>
  [name, messengerTitle(messenger, t)].filter(Boolean).join(' · ')
