import { DoorClosed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/index.ts'

/** Stands where the role of the person opens nothing: in the whole project, or on the screen that he asked for. */
export function NothingOpen({ what = 'project' }: { readonly what?: 'project' | 'screen' }) {
  const { t } = useTranslation('app')
  return (
    <main className="flex h-full items-center justify-center">
      <EmptyState
        icon={<DoorClosed size={40} strokeWidth={1.2} aria-hidden />}
        title={t(what === 'project' ? 'nothingOpen.title' : 'nothingOpen.screen')}
        about={t('nothingOpen.about')}
      />
    </main>
  )
}
