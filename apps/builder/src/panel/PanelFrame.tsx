import { Eye, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { IconButton, ReadOnly } from '../ui/index.ts'

interface PanelFrameProps {
  readonly label: string
  readonly head: ReactNode
  readonly children: ReactNode
}

/** Beside the canvas on a wide screen, over everything on a telephone. */
export function PanelFrame({ label, head, children }: PanelFrameProps) {
  const { t } = useTranslation('panel')
  const { t: say } = useTranslation('app')
  const { select } = useEditorActions()
  const readOnly = useEditor((state) => state.readOnly)
  const fields = useRef<HTMLDivElement>(null)
  // Nothing is written where it would not stay; folding, reading and copying go on.
  useEffect(() => {
    const frame = fields.current
    if (!frame || !readOnly) return
    const refuse = (event: Event) => event.preventDefault()
    frame.addEventListener('beforeinput', refuse, { capture: true })
    return () => frame.removeEventListener('beforeinput', refuse, { capture: true })
  }, [readOnly])
  return (
    <aside
      aria-label={label}
      className="flex h-full min-h-0 w-full flex-none flex-col border-l border-line bg-surface max-md:fixed max-md:inset-0 max-md:z-40 md:w-95"
    >
      <header className="flex min-h-12 flex-none items-center gap-1 border-b border-line py-2 pr-2 pl-4">
        <div className="flex min-w-0 flex-1 items-center gap-1">{head}</div>
        <IconButton label={t('close')} icon={<X size={16} />} onClick={() => select({})} />
      </header>
      {readOnly && (
        <p className="flex items-center gap-1.5 border-b border-line bg-warning-soft px-4 py-1.5 text-xs text-warning">
          <Eye size={14} aria-hidden className="shrink-0" />
          {say('readOnlyHint')}
        </p>
      )}
      <div ref={fields} className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        <ReadOnly value={readOnly}>{children}</ReadOnly>
      </div>
    </aside>
  )
}
