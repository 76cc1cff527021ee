import { deleteMessage, resendMessage, updateMessage } from '@voronka/api'
import type { ClientCard, DialogueMessage } from '@voronka/api'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Skeleton, toast } from '../ui/index.ts'
import { MessageBubble } from './MessageBubble.tsx'
import { messagesQuery } from './clients.queries.ts'
import { Quote } from './Quote.tsx'
import { TurnDialog } from './TurnDialog.tsx'
import { useEventWords } from './use-event-words.ts'
import type { Waiting } from './use-send.ts'

interface MessagesProps {
  readonly client: ClientCard
  /** The message that was looked for: what was said around it is shown, and not the latest. */
  readonly around?: number | undefined
  onLatest(): void
  /** Shows what was said around a message. */
  onShow(message: number): void
  onReply(message: DialogueMessage): void
  /** Written here and not on the server yet. */
  readonly waiting: readonly Waiting[]
  onRetry(message: Waiting): void
}

/** The dialogue, the latest at the bottom. Earlier messages come while one scrolls up, and what is read does not move. */
export function Messages({ client, around, onLatest, onShow, onReply, waiting, onRetry }: MessagesProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const language = useLanguage()
  const query = useInfiniteQuery(messagesQuery(projectId, client.id, around))
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const [turn, setTurn] = useState<number>()
  const eventWords = useEventWords()
  const scroller = useRef<HTMLDivElement>(null)
  const latest = around === undefined
  const bottom = useRef(latest)
  const height = useRef(0)
  const tools = { ...useMessageTools(client.id), reply: onReply, show: onShow }
  const messages = unique(data?.pages.toReversed().flatMap((page) => page.messages) ?? [])
  const last = messages.at(-1)?.id
  const first = messages[0]?.id

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    // Who reads the latest stays with it; who reads older ones keeps them in sight.
    if (bottom.current) element.scrollTop = element.scrollHeight
    else element.scrollTop += element.scrollHeight - height.current
    height.current = element.scrollHeight
  }, [first])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && bottom.current) element.scrollTop = element.scrollHeight
    if (element) height.current = element.scrollHeight
  }, [last, waiting.length])
  useEffect(() => {
    bottom.current = latest
  }, [client.id, latest])
  const arrived = data !== undefined
  useEffect(() => {
    const element = scroller.current
    const sought = element?.querySelector(`[data-message="${around}"]`)
    if (!arrived || !element || !sought) return
    // Nothing but the log is scrolled: the page around it stays where it is.
    element.scrollTop += sought.getBoundingClientRect().top - element.getBoundingClientRect().top - element.clientHeight / 3
  }, [arrived, around])

  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <div aria-busy className="flex flex-1 flex-col justify-end gap-2 p-4">
        <Skeleton className="h-10 w-2/3" />
        <Skeleton className="h-10 w-1/2 self-end" />
        <Skeleton className="h-10 w-2/3" />
      </div>
    )
  }
  const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <div
      ref={scroller}
      role="log"
      aria-label={t('dialogue.log')}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto bg-ground px-3 py-4"
      onScroll={({ currentTarget }) => {
        bottom.current = latest && currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 40
        if (currentTarget.scrollTop < 200 && hasNextPage && !isFetchingNextPage) {
          height.current = currentTarget.scrollHeight
          void fetchNextPage()
        }
      }}
    >
      {hasNextPage && (
        <p className="pb-2 text-center">
          <Button small look="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('dialogue.earlier')}
          </Button>
        </p>
      )}
      {!messages.length && !waiting.length && <p className="py-8 text-center text-sm text-faint">{t('dialogue.none')}</p>}
      <ol className="mx-auto flex max-w-180 flex-col gap-2">
        {messages.map((message, index) => {
          const day = days.format(new Date(message.at))
          const before = messages[index - 1]
          return (
            <MessageBubble
              key={message.id}
              message={message}
              day={before && days.format(new Date(before.at)) === day ? undefined : day}
              sought={message.id === around}
              tools={tools}
              eventWords={eventWords}
              onTurn={setTurn}
            />
          )
        })}
        {waiting.map((message) => (
          <li key={message.key} className="flex max-w-[88%] flex-col items-end gap-0.5 self-end">
            <div className="max-w-full rounded-[14px] rounded-br-sm bg-accent-soft px-3 py-2 text-sm whitespace-pre-wrap opacity-70 wrap-anywhere">
              {message.answers && <Quote quoted={message.answers} />}
              {message.text || t('dialogue.files', { count: message.attachments.length })}
            </div>
            {message.failed ? (
              <span className="text-2xs text-danger">
                {t('dialogue.notSent')}{' '}
                <button type="button" className="underline" onClick={() => onRetry(message)}>
                  {t('dialogue.retry')}
                </button>
              </span>
            ) : (
              <span className="text-2xs text-faint">{t('dialogue.sending')}</span>
            )}
          </li>
        ))}
      </ol>
      {!latest && (
        <p className="sticky bottom-0 flex justify-center gap-2 pt-2">
          {query.hasPreviousPage && (
            <Button small busy={query.isFetchingPreviousPage} onClick={() => void query.fetchPreviousPage()}>
              {t('dialogue.later')}
            </Button>
          )}
          <Button small icon={<ArrowDown size={14} aria-hidden />} onClick={onLatest}>
            {t('dialogue.latest')}
          </Button>
        </p>
      )}
      {turn !== undefined && <TurnDialog client={client.id} turn={turn} onClose={() => setTurn(undefined)} />}
    </div>
  )
}

/** Pages overlap when something was said between two of them. */
const unique = (messages: readonly DialogueMessage[]): DialogueMessage[] => [
  ...new Map(messages.map((message) => [message.id, message])).values(),
]

export interface MessageTools {
  pin(message: DialogueMessage): void
  remove(message: DialogueMessage): void
  edit(message: DialogueMessage, text: string): void
  /** It failed, and goes out once more. */
  resend(message: DialogueMessage): void
  /** What is written next answers it. */
  reply(message: DialogueMessage): void
  /** Leads to the message of that number. */
  show(message: number): void
}

function useMessageTools(clientId: number): Omit<MessageTools, 'reply' | 'show'> {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch {
      toast.error(t('failed'))
    }
    await queries.invalidateQueries({ queryKey: ['clients', projectId, 'messages', clientId] })
  }
  const of = ({ id }: DialogueMessage) => ({ projectId, clientId, message: id })
  return {
    pin: (message) => void run(() => call(updateMessage, { ...of(message), pinned: !message.pinned })),
    edit: (message, text) => void run(() => call(updateMessage, { ...of(message), text })),
    resend: (message) => void run(() => call(resendMessage, of(message))),
    remove: (message) => void run(() => call(deleteMessage, of(message))),
  }
}
