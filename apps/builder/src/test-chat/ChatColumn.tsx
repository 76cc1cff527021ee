import type { TestChat } from '@voronka/api'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonGrid } from '../messages/index.ts'
import { Bubble } from './Bubble.tsx'
import { pressOf, type TestEvent } from './chat-actions.ts'
import { Composer } from './Composer.tsx'

interface ChatColumnProps {
  readonly chat: TestChat
  /** What was said and is not answered yet. */
  readonly sending: TestEvent | undefined
  readonly saving: boolean
  /** What went wrong with the latest attempt. */
  readonly trouble: string | undefined
  readonly selectedTurn: number | undefined
  readonly blockName: (number: number) => string
  readonly time: (moment: string) => string
  readonly onSelect: (turn: number | null, block: number | null) => void
  readonly onSend: (event: TestEvent) => Promise<boolean>
}

export function ChatColumn({ chat, sending, saving, trouble, selectedTurn, blockName, time, onSelect, onSend }: ChatColumnProps) {
  const { t } = useTranslation('test-chat')
  const { messages, keyboard } = chat
  const said = sending && 'text' in sending && sending.kind !== 'callback' ? sending.text : undefined
  const scroller = useRef<HTMLDivElement>(null)
  const newest = messages.at(-1)?.id
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }, [newest, sending, keyboard.length])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain p-3">
        {!messages.length && !said && <p className="m-auto max-w-72 text-center text-sm text-muted">{t('chat.empty')}</p>}
        <ol role="log" aria-live="polite" aria-label={t('chat.log')} className="mt-auto flex flex-col gap-1.5">
          {messages.map((message) => (
            <Bubble
              key={message.id}
              message={message}
              block={message.block === null ? undefined : blockName(message.block)}
              time={time(message.at)}
              selected={message.turn !== null && message.turn === selectedTurn}
              onSelect={() => onSelect(message.turn, message.block)}
              onPress={(button) => void onSend(pressOf(button))}
            />
          ))}
          {said && (
            <li className="max-w-[88%] self-end rounded-[14px] rounded-br-sm bg-accent-soft px-3 py-2 text-sm opacity-60 wrap-anywhere">
              {said}
            </li>
          )}
        </ol>
      </div>
      {keyboard.length > 0 && (
        <section aria-label={t('chat.keyboard')} className="max-h-[35%] flex-none overflow-y-auto border-t border-line bg-sunken px-3 py-2">
          <ButtonGrid buttons={keyboard} onPress={(button) => void onSend(pressOf(button))} />
        </section>
      )}
      <p role="status" className="flex-none px-3 py-0.5 text-2xs text-faint empty:hidden">
        {sending && t(saving ? 'chat.saving' : 'chat.sending')}
      </p>
      {trouble && (
        <p role="alert" className="flex-none bg-danger-soft px-3 py-1.5 text-xs text-danger wrap-anywhere">
          {trouble}
        </p>
      )}
      <Composer onSend={onSend} />
    </div>
  )
}
