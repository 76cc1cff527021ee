import type { ChatButton, ChatMessage } from '@voronka/api'
import { buttonColor, ownFile, safeHref } from '@voronka/api/formatted-text'
import { ExternalLink, Paperclip, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { FormattedText, SafeLink } from './FormattedText.tsx'

interface BubbleProps {
  readonly message: ChatMessage
  /** The block that said it, in words. */
  readonly block: string | undefined
  readonly time: string
  /** Its turn is the one that is explained. */
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onPress: (button: ChatButton) => void
}

/** One message. The bubble itself is the way to its block and turn; links and buttons in it keep their own meaning. */
export function Bubble({ message, block, time, selected, onSelect, onPress }: BubbleProps) {
  const { t } = useTranslation('test-chat')
  const { from, text, format, attachments, buttons } = message
  if (from === 'event') return <EventLine text={text} selected={selected} onSelect={onSelect} />
  const mine = from === 'client'
  const who = mine ? t('chat.fromClient') : block === undefined ? t('chat.noBlock') : t('chat.said', { block })
  const inline = buttons.filter(({ kind }) => kind === 'inline')
  return (
    <li className={`flex max-w-[88%] flex-col gap-1 ${mine ? 'items-end self-end' : 'items-start'}`}>
      <div
        className={`max-w-full min-w-0 rounded-[14px] px-3 py-2 text-sm leading-5 ${mine ? 'rounded-br-sm bg-accent-soft' : 'rounded-bl-sm bg-sunken'} ${selected ? 'outline outline-accent' : ''}`}
        onClick={({ target }) => target instanceof Element && !target.closest('a, button, video, audio') && onSelect()}
      >
        <span className="sr-only">{who}: </span>
        {text && (
          <div className="whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]">
            <FormattedText text={text} format={format} />
          </div>
        )}
        {attachments.map((attachment, index) => (
          <AttachmentView key={index} attachment={attachment} />
        ))}
      </div>
      {inline.length > 0 && <ButtonGrid buttons={inline} onPress={onPress} />}
      <button
        type="button"
        className="rounded-sm px-1 text-2xs leading-4 text-faint tabular-nums hover:text-text hover:underline"
        title={t('chat.showTurn')}
        onClick={onSelect}
      >
        {!mine && block !== undefined && <span>{block} · </span>}
        {time}
      </button>
    </li>
  )
}

function EventLine({ text, selected, onSelect }: { readonly text: string; readonly selected: boolean; readonly onSelect: () => void }) {
  const { t } = useTranslation('test-chat')
  return (
    <li className="self-center">
      <button
        type="button"
        className={`flex items-center gap-1 rounded-full px-2 py-0.5 text-left text-2xs leading-4 text-muted wrap-anywhere hover:bg-hover ${selected ? 'outline outline-accent' : ''}`}
        onClick={onSelect}
      >
        <Zap aria-hidden className="size-3 flex-none" />
        {t('chat.event', { text })}
      </button>
    </li>
  )
}

/** Buttons in their rows and columns (builder-and-runtime, section 14). */
export function ButtonGrid({
  buttons,
  onPress,
}: {
  readonly buttons: readonly ChatButton[]
  readonly onPress: (button: ChatButton) => void
}) {
  const rows = new Map<number, ChatButton[]>()
  for (const button of buttons) rows.set(button.line, [...(rows.get(button.line) ?? []), button])
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.indexInLine - b.indexInLine))
  return (
    <div className="flex w-full min-w-0 flex-col gap-1">
      {inOrder.map((row, index) => (
        <div key={index} className="flex gap-1">
          {row.map((button, place) => (
            <ChatButtonView key={place} button={button} onPress={() => onPress(button)} />
          ))}
        </div>
      ))}
    </div>
  )
}

const look =
  'flex min-h-8 min-w-0 flex-1 items-center justify-center gap-1 rounded-md border border-line bg-surface px-2 py-1 text-center text-sm leading-4 font-medium text-accent wrap-anywhere hover:border-accent'

function ChatButtonView({ button: { text, url, color }, onPress }: { readonly button: ChatButton; readonly onPress: () => void }) {
  const { t } = useTranslation('test-chat')
  const href = url === undefined ? undefined : safeHref(url)
  const colors = buttonColor(color)
  const style = colors && { backgroundColor: colors.background, color: colors.text }
  if (href === undefined) {
    return (
      <button type="button" className={look} style={style} onClick={onPress}>
        {text}
      </button>
    )
  }
  return (
    <a className={look} style={style} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
      <ExternalLink aria-hidden className="size-3 flex-none" />
      <span className="sr-only">, {t('chat.newWindow')}</span>
    </a>
  )
}

function AttachmentView({ attachment: { kind, url, name } }: { readonly attachment: ChatMessage['attachments'][number] }) {
  const { t } = useTranslation('test-chat')
  const href = safeHref(url) ?? ownFile(url)
  const label =
    name ||
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast(Boolean) ||
    t('chat.attachmentFile')
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
