import type { BroadcastInfo } from '@voronka/api'
import { useTranslation } from 'react-i18next'

/** What a broadcast is called: its name, else how its message begins. */
export function useTitle({ name, content, number }: Pick<BroadcastInfo, 'name' | 'content' | 'number'>): string {
  const { t } = useTranslation('broadcasts')
  if (name) return name
  if (content.kind === 'block') return t('titleOfBlock', { block: content.block })
  return content.text.split('\n', 1)[0]?.slice(0, 100) || t('untitled', { number })
}
