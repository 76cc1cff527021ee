import { getDelivery, type OutboxDelivery } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, CircleAlert, CircleCheck, Clock } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, Skeleton } from '../ui/index.ts'

const icons = { waiting: Clock, sent: CircleCheck, dead: CircleAlert } as const
const colors = { waiting: 'text-faint', sent: 'text-success', dead: 'text-danger' } as const

/** One delivery; opened, what is sent and every attempt. */
export function DeliveryRow({ delivery, onResend }: { readonly delivery: OutboxDelivery; readonly onResend: (() => void) | undefined }) {
  const { t } = useTranslation('settings')
  const details = useId()
  const [open, setOpen] = useState(false)
  const { id, state, target, clientName, attempts, reason, createdAt, dueAt } = delivery
  const Icon = icons[state]
  return (
    <li className="border-t border-line py-2 text-sm first:border-t-0">
      <div className="flex min-w-0 items-start gap-2">
        <button
          type="button"
          className="flex size-7 flex-none items-center justify-center rounded-sm text-faint hover:text-text"
          aria-label={t('deliveries.details', { id })}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight aria-hidden className={`size-4 ${open ? 'rotate-90' : ''}`} />
        </button>
        <div className="min-w-0 flex-1">
          <p className="flex min-h-7 flex-wrap items-center gap-x-2">
            <Icon aria-hidden className={`size-4 flex-none ${colors[state]}`} />
            <span className="font-medium wrap-anywhere">{target}</span>
            {clientName && <span className="text-muted wrap-anywhere">{clientName}</span>}
          </p>
          <p className="flex flex-wrap gap-x-3 text-xs text-muted">
            <span>{t(`deliveries.states.${state}`)}</span>
            <Moment at={createdAt} />
            <span>{t('deliveries.attempts', { count: attempts })}</span>
            {reason && (
              <span className="text-danger wrap-anywhere">
                {t(`deliveries.reasons.${reason}` as 'deliveries.reasons.timeout', { defaultValue: reason })}
              </span>
            )}
            {state === 'waiting' &&
              (dueAt === null ? (
                <span>{t('deliveries.behind')}</span>
              ) : (
                attempts > 0 && (
                  <span>
                    {t('deliveries.next')} <Moment at={dueAt} />
                  </span>
                )
              ))}
          </p>
        </div>
        {onResend && (state === 'dead' || (state === 'waiting' && attempts > 0)) && (
          <Button small onClick={onResend}>
            {t('deliveries.resend')}
          </Button>
        )}
      </div>
      <div id={details} hidden={!open} className="pt-2 pl-9">
        {open && <Details id={id} attempts={attempts} />}
      </div>
    </li>
  )
}

function Details({ id, attempts }: { readonly id: number; readonly attempts: number }) {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  const { data } = useQuery({
    queryKey: ['delivery', projectId, id, attempts],
    queryFn: ({ signal }) => call(getDelivery, { projectId, delivery: id }, { signal }),
  })
  if (!data) return <Skeleton className="h-16" />
  return (
    <div className="flex min-w-0 flex-col gap-2 text-xs">
      <p className="text-muted">{t('deliveries.body')}</p>
      <pre className="max-h-48 overflow-auto rounded-md bg-sunken p-2 whitespace-pre-wrap wrap-anywhere">{data.message}</pre>
      <ol className="flex flex-col gap-2">
        {data.tries.map(({ number, at, tookMs, status, reason, answer }) => (
          <li key={number} className="flex flex-col gap-1">
            <p className="flex flex-wrap gap-x-3 text-muted">
              <span className="font-medium">{number}</span>
              <Moment at={at} />
              <span>{status ? `HTTP ${status}` : (reason ?? '')}</span>
              <span>{t('deliveries.ms', { ms: tookMs })}</span>
            </p>
            {answer && (
              <pre
                aria-label={t('deliveries.answer')}
                className="max-h-24 overflow-auto rounded-md bg-sunken p-2 whitespace-pre-wrap wrap-anywhere"
              >
                {answer}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
