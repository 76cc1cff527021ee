import type { BookingPage, Branch } from '@voronka/api'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface PreviewProps {
  readonly branch: Branch
  /** As it is being changed: it shows before it is saved. */
  readonly page: BookingPage
}

/** The public page itself, in small. What is changed beside is told it, and shown at once. */
export function Preview({ branch, page }: PreviewProps) {
  const { t } = useTranslation('booking')
  const frame = useRef<HTMLIFrameElement>(null)
  const open = branch.page.on && branch.on
  const tell = () => {
    const { on: _on, domains: _domains, ...shown } = page
    frame.current?.contentWindow?.postMessage({ type: 'voronka-booking-preview', page: shown }, window.location.origin)
  }
  useEffect(tell)
  return (
    <aside aria-label={t('page.preview')} className="hidden w-110 shrink-0 flex-col border-l border-line bg-sunken p-4 md:flex">
      <h2 className="mb-2 text-sm font-medium">{t('page.preview')}</h2>
      {open ? (
        <iframe
          ref={frame}
          key={branch.key}
          title={t('page.preview')}
          src={`/book/${branch.key}`}
          onLoad={tell}
          className="min-h-0 flex-1 rounded-md border border-line bg-surface"
        />
      ) : (
        <p className="rounded-md border border-dashed border-line p-4 text-sm text-faint">
          {t(branch.on ? 'page.previewOff' : 'page.branchOff')}
        </p>
      )}
    </aside>
  )
}
