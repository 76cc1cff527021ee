import { fixedRoles } from '@voronka/api'
import type { useTranslation } from 'react-i18next'

/** What a role is called: fixed ones in the language of the page, others as somebody named them. */
export function roleTitle({ id, name }: { id: string; name: string }, t: ReturnType<typeof useTranslation<'app'>>['t']): string {
  const fixed = fixedRoles.find((role) => role === id)
  return fixed ? t(`roles.${fixed}`) : name
}
