import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Base } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  readonly open: boolean
  onClose(): void
  readonly title: string
  readonly about?: string
  readonly children: ReactNode
  /** Buttons at the bottom, the deciding one last. */
  readonly actions?: ReactNode
  readonly wide?: boolean
  /** What its cross does, where that is more than closing. */
  readonly closeLabel?: string
}

/** A window over everything. On a telephone it fills the screen from below. */
export function Dialog({ open, onClose, title, about, children, actions, wide, closeLabel }: DialogProps) {
  const { t } = useTranslation('app')
  const opener = useRef<Element | null>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Base.Content
          onOpenAutoFocus={(event) => {
            // The first thing to fill in, else the window itself: a focused cross would only show its tooltip.
            event.preventDefault()
            opener.current = openerOf(document.activeElement)
            const content = event.currentTarget
            if (content instanceof HTMLElement) (content.querySelector<HTMLElement>('input, textarea, select') ?? content).focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // Whatever closed it may have led on to something else.
            if (document.activeElement !== document.body) return
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          {...(!about && { 'aria-describedby': undefined })}
          className={clsx(
            'fixed z-40 flex max-h-[85dvh] animate-appear flex-col bg-raised text-text shadow-float outline-none',
            'inset-x-0 bottom-0 rounded-t-md sm:inset-auto sm:top-[12dvh] sm:left-1/2 sm:max-h-[76dvh] sm:w-[calc(100vw-32px)] sm:-translate-x-1/2 sm:rounded-md',
            wide ? 'sm:max-w-180' : 'sm:max-w-120',
          )}
        >
          <header className="flex items-start gap-2 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {about && <Base.Description className="mt-1 text-sm text-muted">{about}</Base.Description>}
            </div>
            <Base.Close asChild>
              <IconButton label={closeLabel ?? t('ui.close')} icon={<X size={16} />} className="-mr-2" />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
          {actions && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{actions}</footer>}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

/** Where the focus goes back to. An item of a menu goes with its menu: that was opened by the button that names it. */
function openerOf(focused: Element | null): Element | null {
  const menu = focused?.closest('[role="menu"]')
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused
}
