import { sections } from '@voronka/api'
import type { Permissions } from '@voronka/api'
import type { useTranslation } from 'react-i18next'

/** What is open, in one line: `Orders: edit · Clients: view`. */
export const scopeSummary = ({ sections: open }: Permissions, t: ReturnType<typeof useTranslation<'people'>>['t']): string =>
  sections
    .filter((section) => open[section] !== 'none')
    .map((section) => t('keys.scope', { section: t(`sections.${section}`), level: t(`levels.${open[section]}`).toLocaleLowerCase() }))
    .join(' · ')
