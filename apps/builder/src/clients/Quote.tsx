import type { ChatMessage } from '@voronka/api'
import { useTranslation } from 'react-i18next'

export type Quoted = NonNullable<ChatMessage['answers']>

interface QuoteProps {
  readonly quoted: Quoted
  /** Leads to what is quoted. */
  onShow?(message: number): void
}

/** What a message answers, above it. */
export function Quote({ quoted: { message, from, text }, onShow }: QuoteProps) {
  const { t } = useTranslation('clients')
  const inside = (
    <>
      <span className="block text-2xs text-accent">{t(`message.${from}`)}</span>
      <bdi className="line-clamp-2 wrap-anywhere">{text || t('message.file')}</bdi>
    </>
  )
  const look = 'block w-full min-w-0 border-l-2 border-accent pl-2 text-left text-xs leading-4 text-muted'
  if (!onShow) return <span className={look}>{inside}</span>
  return (
    <button
      type="button"
      title={t('message.toQuoted')}
      className={`${look} mb-1 rounded-r-sm hover:bg-hover`}
      onClick={() => onShow(message)}
    >
      {inside}
    </button>
  )
}
