import clsx from 'clsx'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { closeDrawer, useWorkspace } from '../app/workspace.ts'
import { IconButton } from '../ui/index.ts'
import { Outline } from './Outline.tsx'
import { ProblemList } from './ProblemList.tsx'
import { useCommandContext } from './use-commands.ts'

/** At the left of the canvas: the outline or the problems. Over it beside an open test chat, which needs the room; on a telephone over everything. */
export function FunnelDrawer({ floating }: { floating?: boolean }) {
  const { t } = useTranslation('canvas')
  const context = useCommandContext()
  const drawer = useWorkspace((state) => state.drawer)
  if (!drawer) return null
  return (
    <aside
      aria-label={t(`drawer.${drawer}`)}
      className={clsx(
        'fixed inset-0 z-30 flex flex-col bg-surface sm:inset-auto sm:w-80 sm:shrink-0 sm:border-r sm:border-line',
        floating ? 'sm:absolute sm:inset-y-0 sm:left-0 sm:shadow-float' : 'sm:static',
      )}
    >
      <header className="flex h-12 shrink-0 items-center border-b border-line pr-2 pl-4">
        <h2 className="flex-1 font-medium">{t(`drawer.${drawer}`)}</h2>
        <IconButton label={t('drawer.close')} icon={<X size={16} />} onClick={closeDrawer} />
      </header>
      <div className="min-h-0 flex-1">{drawer === 'problems' ? <ProblemList /> : <Outline context={context} />}</div>
    </aside>
  )
}
