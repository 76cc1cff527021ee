import { cancelVisit, changeVisit } from '@voronka/api'
import type { BranchSetup, Visit } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarClock, KanbanSquare, MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useLanguage } from '../../app/language.ts'
import { useProject } from '../../app/project-context.tsx'
import { money } from '../../orders/money.ts'
import { dayText } from '../../tasks/days.ts'
import { Button, Dialog, KeptField, Skeleton, toast } from '../../ui/index.ts'
import { visitQuery } from '../booking.queries.ts'
import { MoveForm } from './MoveForm.tsx'
import type { Moving } from './use-move-visits.ts'
import { useVisitFailure } from './use-visit-failure.ts'

interface VisitDialogProps {
  readonly visit: number
  readonly setup: BranchSetup | undefined
  readonly editable: boolean
  readonly moving: Moving
  onClose(): void
}

/** One visit: what it is, and what can be done with it. */
export function VisitDialog({ visit: number, setup, editable, moving, onClose }: VisitDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { data: visit, error } = useQuery(visitQuery(projectId, number))
  const [step, setStep] = useState<'move' | 'cancel'>()
  const changing = useVisitChange(visit)
  const changeable = editable && visit?.status === 'active'
  if (!visit) {
    return (
      <Dialog open onClose={onClose} title={t('visit.title', { number })} about={error ? t('visit.gone') : undefined}>
        {error ? null : <Skeleton className="mb-4 h-40" />}
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={visit.services.map(({ title }) => title).join(', ') || visit.name}
      about={visit.status === 'active' ? undefined : t(`visit.status.${visit.status}`)}
      actions={
        step === 'cancel' ? (
          <>
            <p role="alert" className="flex-1 self-center text-sm">
              {t('cancel.ask')}
            </p>
            <Button onClick={() => setStep(undefined)}>{t('cancel.keep')}</Button>
            <Button
              look="danger"
              autoFocus
              busy={changing.cancel.isPending}
              onClick={() => changing.cancel.mutate(undefined, { onSuccess: onClose })}
            >
              {t('cancel.do')}
            </Button>
          </>
        ) : (
          <>
            {changeable && (
              <>
                <Button look="risky" onClick={() => setStep('cancel')}>
                  {t('cancel.do')}
                </Button>
                <Button
                  icon={<CalendarClock size={14} aria-hidden />}
                  aria-expanded={step === 'move'}
                  onClick={() => setStep(step === 'move' ? undefined : 'move')}
                >
                  {t('visit.move')}
                </Button>
              </>
            )}
            <Button look="primary" onClick={onClose}>
              {say('ui.close')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <VisitFacts visit={visit} currency={setup?.branch.currency ?? ''} />
        {step === 'move' && setup && (
          <MoveForm
            visit={visit}
            setup={setup}
            onMove={(to) => {
              moving.move([visit], to)
              onClose()
            }}
          />
        )}
        <KeptField
          lines
          label={t('visit.comment')}
          most={5000}
          value={visit.comment}
          disabled={!changeable}
          onKeep={(comment) => changing.comment.mutate(comment)}
        />
      </div>
    </Dialog>
  )
}

function VisitFacts({ visit, currency }: { readonly visit: Visit; readonly currency: string }) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  const { id: projectId, rights } = useProject()
  const { client } = visit
  const link = 'inline-flex items-center gap-1 text-accent hover:underline'
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
      <dt className="text-muted">{t('visit.when')}</dt>
      <dd className="font-medium">
        {dayText(visit.date, language, 'long')}, <span className="whitespace-nowrap">{`${visit.time}–${visit.until}`}</span>
        {visit.outsideHours && (
          <span className="ml-2 rounded-sm bg-warning-soft px-1.5 text-xs font-normal text-warning">{t('visit.outside')}</span>
        )}
      </dd>
      <dt className="text-muted">{t('visit.employee')}</dt>
      <dd>{visit.employee.name}</dd>
      <dt className="text-muted">{t('visit.client')}</dt>
      <dd className="min-w-0">
        <bdi className="block truncate font-medium">{client.name || t('visit.noName')}</bdi>
        {client.phone && (
          <a href={`tel:${client.phone.replace(/[^+\d]/g, '')}`} className="block w-max text-accent hover:underline">
            {client.phone}
          </a>
        )}
        {client.email && <span className="block truncate text-muted">{client.email}</span>}
        <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {rights.may('clients') && (
            <Link to="/p/$projectId/clients" params={{ projectId }} search={{ client: client.id }} className={link}>
              <MessageSquare size={12} aria-hidden />
              {t('visit.dialogue')}
            </Link>
          )}
          {rights.may('orders') && visit.status !== 'cancelled' && (
            <Link to="/p/$projectId/orders" params={{ projectId }} search={{ order: visit.id }} className={link}>
              <KanbanSquare size={12} aria-hidden />
              {t('visit.order', { number: visit.id })}
            </Link>
          )}
        </span>
      </dd>
      <dt className="text-muted">{t('visit.cost')}</dt>
      <dd>
        {money(visit.cost, currency, language)} <span className="text-muted">· {t('minutes', { count: visit.duration })}</span>
      </dd>
      <dt className="text-muted">{t('visit.source')}</dt>
      <dd>{t(`visit.from.${visit.source}`)}</dd>
    </dl>
  )
}

function useVisitChange(visit: Visit | undefined) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useVisitFailure()
  const options = {
    onError: (error: unknown) => void toast.error(failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['booking', projectId] }),
  }
  const of = { projectId, visit: visit?.id ?? 0, version: visit?.version ?? 0 }
  const comment = useMutation({
    mutationFn: (text: string) => call(changeVisit, { ...of, comment: text, allowOutsideHours: true }),
    ...options,
  })
  const cancel = useMutation({
    mutationFn: () => call(cancelVisit, of),
    ...options,
    onSuccess: () => void toast(t('cancel.done', { time: visit?.time ?? '' })),
  })
  return { comment, cancel }
}
