import type { ChatButton, ChatMessage } from '@voronka/api'
import { Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AttachmentView, ButtonGrid, FormattedText } from '../messages/index.ts'

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
