import type { Card, CardField, Pipeline } from '@voronka/api'
import clsx from 'clsx'
import { Check, ListTodo, MessageCircle, UserRound } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { messengerTitle } from '../app/messenger-title.ts'
import { useLanguage } from '../app/language.ts'
import { Moment } from '../projects/Moment.tsx'
import { money } from './money.ts'
import { OrderLabels } from './OrderLabels.tsx'
import { PaymentBadge } from './PaymentBadge.tsx'

interface OrderCardProps extends Omit<ComponentProps<'article'>, 'onSelect'> {
  readonly card: Card
  readonly pipeline: Pipeline
  readonly open: boolean
  readonly picked: boolean
  readonly selected: boolean
  /** Cards are being selected: each shows its box. */
  readonly selecting: boolean
  /** How many open tasks it has. */
  readonly tasks: number
  onToggle(): void
  /** None: the person sees no tasks. */
  onTasks?(): void
}

/** What a card shows is chosen in the settings of its pipeline (crm-and-tasks, section 11.1). */
export function OrderCard({
  card,
  pipeline,
  open,
  picked,
  selected,
  selecting,
  tasks,
  onToggle,
  onTasks,
  className,
  ...rest
}: OrderCardProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const language = useLanguage()
  const shows = (field: CardField) => pipeline.card.fields.includes(field)
  const client = card.client.name || t('card.noName', { id: card.client.id })
  const title = card.name || (shows('client') ? '' : client)
  return (
    <article
      {...rest}
      data-card={card.number}
      aria-label={t('card.label', { number: card.number, name: card.name || client })}
      className={clsx(
        'group relative flex cursor-grab flex-col gap-1 rounded-md border bg-surface p-2 text-sm select-none active:cursor-grabbing',
        open ? 'border-accent' : 'border-line hover:border-strong',
        picked && 'outline-2 outline-offset-1 outline-accent outline-dashed',
        className,
      )}
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          {shows('client') && (
            <p className="flex items-center gap-1.5 text-xs text-muted">
              <UserRound size={12} aria-hidden className="shrink-0" />
              <bdi className="truncate">{client}</bdi>
              {card.unread > 0 && (
                <span className="shrink-0 rounded-full bg-accent px-1.5 text-2xs leading-4 font-medium text-on-accent tabular-nums">
                  <span className="sr-only">{t('card.unread', { count: card.unread })}</span>
                  <span aria-hidden>{card.unread}</span>
                </span>
              )}
            </p>
          )}
          {shows('name') && title && <p className="line-clamp-2 font-medium wrap-anywhere">{title}</p>}
        </div>
        <label
          className={clsx(
            'flex size-5 shrink-0 cursor-pointer items-center justify-center rounded-sm border has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-accent',
            selecting ? shownBox : hiddenBox,
          )}
          onClick={(event) => event.stopPropagation()}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            className="sr-only"
            checked={selected}
            onChange={onToggle}
            aria-label={t('card.select', { number: card.number })}
          />
          {selected && <Check size={14} aria-hidden />}
        </label>
      </div>
      {shows('description') && card.description && <p className="line-clamp-2 text-xs text-muted wrap-anywhere">{card.description}</p>}
      <OrderLabels labels={card.labels} />
      <Variables card={card} />
      <footer className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted">
        {shows('budget') && card.budget !== null && (
          <span className="font-medium text-text">{money(card.budget, pipeline.currency, language)}</span>
        )}
        {shows('responsible') && card.responsible && <bdi className="max-w-full truncate">{card.responsible.name}</bdi>}
        {shows('channel') && card.client.messenger && (
          <span className="flex items-center gap-1">
            <MessageCircle size={12} aria-hidden />
            {messengerTitle(card.client.messenger, say)}
          </span>
        )}
        {onTasks && <TasksButton label={t('tasks.label', { count: tasks })} count={tasks} onClick={onTasks} />}
        {card.payment && <PaymentBadge state={card.payment} />}
        <span className="ml-auto text-faint">#{card.number}</span>
        {shows('created') && <Moment at={card.createdAt} />}
      </footer>
    </article>
  )
}

/** Without a colour and not without opacity: that would be a layer of each of all cards in sight. */
const shownBox = 'border-strong bg-field'
const hiddenBox =
  'border-transparent group-focus-within:border-strong group-focus-within:bg-field group-hover:border-strong group-hover:bg-field'

/** How many tasks wait; with none it appears where the mouse or the keyboard is. */
function TasksButton({ label, count, onClick }: { readonly label: string; readonly count: number; onClick(): void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        '-my-0.5 flex h-5 items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-text',
        count ? 'text-accent' : 'text-transparent group-focus-within:text-muted group-hover:text-muted pointer-coarse:text-muted',
      )}
      // The card opens the order when it is clicked, and has keys of its own.
      onClick={(event) => {
        event.stopPropagation()
        onClick()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <ListTodo size={12} aria-hidden />
      {count > 0 && count}
    </button>
  )
}

function Variables({ card }: { readonly card: Card }) {
  const entries = Object.entries(card.variables)
  if (!entries.length) return null
  return (
    <dl className="flex flex-wrap gap-1 text-xs">
      {entries.map(([name, value]) => (
        <div key={name} className="flex max-w-full gap-1 rounded-sm bg-sunken px-1.5 py-0.5">
          <dt className="shrink-0 text-faint">{name}</dt>
          <dd className="truncate">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
