import type { Dialogue, LabelInfo } from '@voronka/api'
import clsx from 'clsx'
import { Ban, BellOff, CircleAlert, ListTodo, Pause, Pin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../projects/Moment.tsx'
import { Avatar } from './Avatar.tsx'
import type { EventWords } from './use-event-words.ts'
import { labelColors } from '../crm/index.ts'
import { useTaskBadge } from '../tasks/use-task-badge.ts'

interface DialogueRowProps {
  readonly dialogue: Dialogue
  readonly labels: readonly LabelInfo[]
  readonly eventWords: EventWords
  readonly open: boolean
  /** Tab stops here. */
  readonly stop: boolean
  onFocus(): void
  onOpen(byKey: boolean): void
}

/** One dialogue of the inbox: who, what was said last, what waits. */
export function DialogueRow({ dialogue, labels, eventWords, open, stop, onFocus, onOpen }: DialogueRowProps) {
  const { t } = useTranslation('clients')
  const { id, name, lastText, lastFrom, lastAt, unread, waiting, pinned, blocked, unsubscribed, pausedUntil, failed, responsible } =
    dialogue
  const shown = name || t('noName', { id })
  const tasks = useTaskBadge(id)
  const words = lastFrom === 'event' ? eventWords(lastText) : undefined
  const said = words ?? (lastFrom && lastFrom !== 'client' ? t(`row.${lastFrom}`, { text: lastText }) : lastText)
  return (
    <button
      type="button"
      data-dialogue={id}
      aria-current={open || undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={onFocus}
      // Of a key, no button of a mouse counts the clicks.
      onClick={({ detail }) => onOpen(detail === 0)}
      className={clsx('flex w-full items-start gap-3 border-b border-line px-3 py-2 text-left', open ? 'bg-accent-soft' : 'hover:bg-hover')}
    >
      <Avatar name={shown} id={id} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <bdi className={clsx('truncate text-sm', unread > 0 && 'font-semibold')}>{shown}</bdi>
          {pinned && <Pin size={12} aria-label={t('row.pinned')} className="shrink-0 text-faint" />}
          {blocked && <Ban size={12} aria-label={t('row.blocked')} className="shrink-0 text-danger" />}
          {unsubscribed && <BellOff size={12} aria-label={t('row.unsubscribed')} className="shrink-0 text-danger" />}
          {failed && <CircleAlert size={12} aria-label={t('row.failed')} className="shrink-0 text-danger" />}
          {pausedUntil && <Pause size={12} aria-label={t('row.paused')} className="shrink-0 text-warning" />}
          <span className="ml-auto shrink-0 text-xs text-faint">
            <Moment at={lastAt} />
          </span>
        </span>
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-xs text-muted">
            <bdi>{said}</bdi>
          </span>
          {waiting && <span className="shrink-0 rounded-sm bg-warning-soft px-1 text-2xs text-warning">{t('row.waiting')}</span>}
          {unread > 0 && (
            <span
              aria-label={t('row.unread', { count: unread })}
              className="min-w-5 shrink-0 rounded-full bg-accent px-1.5 text-center text-2xs text-on-accent"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </span>
        <span className="mt-0.5 flex flex-wrap items-center gap-1 empty:hidden">
          {labels
            .filter(({ number }) => dialogue.labels.includes(number))
            .slice(0, 4)
            .map((label) => (
              <span key={label.number} className="flex max-w-28 items-center gap-1 text-2xs text-muted">
                <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', labelColors[label.color])} />
                <span className="truncate">{label.name}</span>
              </span>
            ))}
          {tasks > 0 && (
            <span aria-label={t('row.tasks', { count: tasks })} className="flex items-center gap-0.5 text-2xs text-accent">
              <ListTodo size={12} aria-hidden />
              {tasks}
            </span>
          )}
          {responsible && <bdi className="ml-auto truncate text-2xs text-faint">{responsible.name}</bdi>}
        </span>
      </span>
    </button>
  )
}
