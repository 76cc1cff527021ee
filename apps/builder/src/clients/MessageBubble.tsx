import type { DialogueMessage } from '@voronka/api'
import clsx from 'clsx'
import { Ellipsis, MessageSquareText, Pencil, Pin, Reply, RotateCw, Route, Trash2, TriangleAlert, Zap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateFormat } from '../app/formats.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { AttachmentView, FormattedText } from '../messages/index.ts'
import { IconButton, Menu, type MenuEntry } from '../ui/index.ts'
import { EditComment } from './EditComment.tsx'
import type { MessageTools } from './Messages.tsx'
import { Quote } from './Quote.tsx'
import type { EventWords } from './use-event-words.ts'

interface MessageBubbleProps {
  readonly message: DialogueMessage
  /** A new day begins with it. */
  readonly day: string | undefined
  /** It was looked for. */
  readonly sought: boolean
  readonly tools: MessageTools
  readonly eventWords: EventWords
  onTurn(turn: number): void
}

/** One line of a dialogue. Events and comments are between colleagues: yellow, in the middle (crm-and-tasks, section 11.2). */
export function MessageBubble({ message, day, sought, tools, eventWords, onTurn }: MessageBubbleProps) {
  const { t } = useTranslation('clients')
  const { rights } = useProject()
  const language = useLanguage()
  const [editing, setEditing] = useState<string>()
  const { from, text, format, attachments, buttons, author, at, turn, failed, failedReason, resent, pinned, editedAt, answers } = message
  const inside = from === 'comment' || from === 'event'
  const mine = from === 'operator' || from === 'bot'
  const time = dateFormat(language, { timeStyle: 'short' }).format(new Date(at))
  const who = from === 'client' ? t('message.client') : (author ?? t('message.bot'))
  const editable = rights.may('clients', 'edit') && rights.has('clients.interact')
  const items: MenuEntry[] = [
    ...(editable && !inside
      ? [{ label: t('message.reply'), icon: <Reply size={14} />, leadsOn: true, onSelect: () => tools.reply(message) }]
      : []),
    ...(turn !== null && rights.may('funnel')
      ? [{ label: t('message.why'), icon: <Route size={14} />, onSelect: () => onTurn(turn) }]
      : []),
    ...(editable && mine && failed && !resent
      ? [{ label: t('message.resend'), icon: <RotateCw size={14} />, onSelect: () => tools.resend(message) }]
      : []),
    ...(editable
      ? [{ label: t(pinned ? 'message.unpin' : 'message.pin'), icon: <Pin size={14} />, onSelect: () => tools.pin(message) }]
      : []),
    ...(editable && from === 'comment'
      ? [{ label: t('message.edit'), icon: <Pencil size={14} />, leadsOn: true, onSelect: () => setEditing(text) }]
      : []),
    ...(editable && (from === 'comment' || rights.has('clients.deleteMessages'))
      ? [{ label: t('message.delete'), icon: <Trash2 size={14} />, danger: true, onSelect: () => tools.remove(message) }]
      : []),
  ]
  const words = from === 'event' ? eventWords(text) : undefined
  const shownButtons = buttons.filter(({ text: caption }) => caption)
  return (
    <>
      {day && (
        <li className="my-1 self-center rounded-full bg-surface px-3 py-0.5 text-2xs text-muted" role="separator">
          {day}
        </li>
      )}
      <li
        data-message={message.id}
        className={clsx('group flex max-w-[88%] flex-col gap-0.5', inside ? 'self-center' : mine ? 'items-end self-end' : 'items-start')}
      >
        <div className={clsx('flex max-w-full items-start gap-1', mine && 'flex-row-reverse')}>
          <div
            className={clsx(
              'max-w-full min-w-0 px-3 py-2 text-sm leading-5',
              inside
                ? 'rounded-md bg-warning-soft text-xs'
                : from === 'client'
                  ? 'rounded-[14px] rounded-bl-sm bg-surface'
                  : from === 'operator'
                    ? 'rounded-[14px] rounded-br-sm bg-accent-soft'
                    : 'rounded-[14px] rounded-br-sm border border-line bg-surface',
              pinned && 'outline outline-warning',
              sought && 'outline-2 outline-accent',
            )}
          >
            <span className="sr-only">{who}: </span>
            {editing === undefined ? (
              <>
                {inside &&
                  (from === 'comment' ? (
                    <MessageSquareText size={12} aria-hidden className="mr-1 inline" />
                  ) : (
                    <Zap size={12} aria-hidden className="mr-1 inline" />
                  ))}
                {answers && <Quote quoted={answers} onShow={tools.show} />}
                {text && (
                  <span className="whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]">
                    {words ?? <FormattedText text={text} format={format} />}
                    {/* Conditions of blocks name it so. */}
                    {words && <code className="block text-2xs text-muted">{text}</code>}
                  </span>
                )}
                {attachments.map((attachment, index) => (
                  <AttachmentView key={index} attachment={attachment} />
                ))}
                {shownButtons.length > 0 && (
                  <span className="mt-1 flex flex-wrap gap-1">
                    {shownButtons.map((button, index) => (
                      <span key={index} className="rounded-sm border border-line px-1.5 text-xs text-muted">
                        {button.text}
                      </span>
                    ))}
                  </span>
                )}
              </>
            ) : (
              <EditComment
                text={editing}
                onChange={setEditing}
                onCancel={() => setEditing(undefined)}
                onKeep={() => {
                  if (editing.trim() && editing.trim() !== text) tools.edit(message, editing.trim())
                  setEditing(undefined)
                }}
              />
            )}
          </div>
          {items.length > 0 && (
            <Menu
              align="end"
              trigger={
                <IconButton
                  small
                  label={t('message.menu')}
                  icon={<Ellipsis size={14} />}
                  className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100"
                />
              }
              items={items}
            />
          )}
        </div>
        <span className="px-1 text-2xs text-faint">
          {from !== 'client' && from !== 'event' && <bdi>{who} · </bdi>}
          {time}
          {editedAt && ` · ${t('message.edited')}`}
          {failed && (
            <span className="text-danger">
              {' · '}
              <TriangleAlert size={10} aria-hidden className="inline" />{' '}
              {t(failedReason === unknown ? 'message.unknown' : 'message.failed')}
              {failedReason && failedReason !== unknown && (
                <bdi>: {failedReason === notConnected ? t('message.notConnected') : failedReason}</bdi>
              )}
            </span>
          )}
          {resent && ` · ${t('message.resent')}`}
        </span>
      </li>
    </>
  )
}

/** What the server says of it itself; all else are the words of a messenger. */
const notConnected = 'The channel is not connected'
const unknown = 'unknown'
