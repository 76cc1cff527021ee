import type { TaskInfo } from '@voronka/api'
import clsx from 'clsx'
import { Check, ChevronsDown, ChevronsUp, Paperclip, UserRound } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { dayText } from './days.ts'

interface TaskCardProps extends Omit<ComponentProps<'article'>, 'onToggle'> {
  readonly task: TaskInfo
  /** The day stands elsewhere already. */
  readonly withoutDay?: boolean
  readonly editable: boolean
  onOpen(): void
  onTick(): void
}

/** A task as it stands in a day, a column or a list: the tick completes it. */
export function TaskCard({ task, withoutDay, editable, onOpen, onTick, className, ...rest }: TaskCardProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const done = task.status === 'done'
  const when = [withoutDay ? undefined : dayText(task.date, language), task.time].filter(Boolean).join(', ')
  return (
    <article
      {...rest}
      aria-label={t('card.label', { title: task.title })}
      className={clsx(
        'flex items-start gap-2 rounded-md border bg-surface p-2 text-sm',
        task.overdue && !done ? 'border-danger' : 'border-line hover:border-strong',
        done && 'opacity-60',
        className,
      )}
    >
      <button
        type="button"
        role="checkbox"
        aria-checked={done}
        aria-label={t(done ? 'card.reopen' : 'card.complete', { title: task.title })}
        disabled={!editable}
        onClick={onTick}
        className={clsx(
          'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border',
          done ? 'border-success bg-success text-surface' : 'border-strong hover:border-accent',
        )}
      >
        {done && <Check size={12} aria-hidden />}
      </button>
      <button type="button" onClick={onOpen} className="min-w-0 flex-1 text-left">
        <span className={clsx('block wrap-anywhere', done && 'line-through')}>{task.title}</span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-muted">
          {when && (
            <span className={clsx(task.overdue && !done && 'text-danger')}>
              {task.overdue && !done ? t('card.overdue', { when }) : when}
            </span>
          )}
          {task.priority === 'high' && (
            <span className="flex items-center gap-1 text-danger">
              <ChevronsUp size={12} aria-hidden />
              {t('priority.high')}
            </span>
          )}
          {task.priority === 'low' && (
            <span className="flex items-center gap-1">
              <ChevronsDown size={12} aria-hidden />
              {t('priority.low')}
            </span>
          )}
          {task.client && (
            <span className="flex min-w-0 items-center gap-1">
              <UserRound size={12} aria-hidden className="shrink-0" />
              <bdi className="truncate">{task.client.name || t('noName', { id: task.client.id })}</bdi>
            </span>
          )}
          <bdi className="truncate">{task.responsible?.name ?? t('free')}</bdi>
          {task.attachments.length > 0 && (
            <span className="flex items-center gap-0.5">
              <Paperclip size={12} aria-hidden />
              {task.attachments.length}
            </span>
          )}
        </span>
      </button>
    </article>
  )
}
