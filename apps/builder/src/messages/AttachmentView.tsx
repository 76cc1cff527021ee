import type { ChatMessage } from '@voronka/api'
import { ownFile, safeHref } from '@voronka/api/formatted-text'
import { Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SafeLink } from './FormattedText.tsx'

/** A file of a message, shown where the browser can. */
export function AttachmentView({ attachment: { kind, url, name } }: { readonly attachment: ChatMessage['attachments'][number] }) {
  const { t } = useTranslation('messages')
  const href = safeHref(url) ?? ownFile(url)
  const label =
    name ||
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast(Boolean) ||
    t('attachmentFile')
  // An address that may not be opened is still shown, as text.
  if (href === undefined) return <p className="text-xs text-muted wrap-anywhere">{label}</p>
  if (kind === 'image') {
    return (
      <SafeLink href={href} className="mt-1 block">
        <img src={href} alt={label} loading="lazy" referrerPolicy="no-referrer" className="max-h-60 max-w-full rounded-md" />
      </SafeLink>
    )
  }
  if (kind === 'video') return <video src={href} controls preload="metadata" aria-label={label} className="mt-1 max-w-full rounded-md" />
  if (kind === 'audio') return <audio src={href} controls preload="none" aria-label={label} className="mt-1 max-w-full" />
  return (
    <SafeLink href={href} className="mt-1 flex items-center gap-1 text-accent underline underline-offset-2 wrap-anywhere">
      <Paperclip aria-hidden className="size-3.5 flex-none" />
      {label}
    </SafeLink>
  )
}
