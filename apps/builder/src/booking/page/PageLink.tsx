import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/index.ts'

/** The address of the public page, to copy and to open. */
export function PageLink({ branchKey }: { readonly branchKey: string }) {
  const { t } = useTranslation('booking')
  const address = new URL(`/book/${branchKey}`, window.location.origin).href
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1">
        <CopyField label={t('page.address')} value={address} />
      </div>
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className="inline-flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-3 text-sm hover:bg-hover"
      >
        <ExternalLink size={14} aria-hidden />
        {t('page.open')}
      </a>
    </div>
  )
}
