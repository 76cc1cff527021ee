import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorActions } from '../editor/index.ts'
import { IconButton } from '../ui/index.ts'

interface PanelFrameProps {
  readonly label: string
  readonly head: ReactNode
  readonly children: ReactNode
}

/** Beside the canvas on a wide screen, over everything on a telephone. */
export function PanelFrame({ label, head, children }: PanelFrameProps) {
  const { t } = useTranslation('panel')
  const { select } = useEditorActions()
  return (
    <aside
      aria-label={label}
      className="flex h-full min-h-0 w-full flex-none flex-col border-l border-line bg-surface max-md:fixed max-md:inset-0 max-md:z-40 md:w-95"
    >
      <header className="flex min-h-12 flex-none items-center gap-1 border-b border-line py-2 pr-2 pl-4">
        <div className="flex min-w-0 flex-1 items-center gap-1">{head}</div>
        <IconButton label={t('close')} icon={<X size={16} />} onClick={() => select({})} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">{children}</div>
    </aside>
  )
}
