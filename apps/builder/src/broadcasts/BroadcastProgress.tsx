import type { BroadcastInfo } from '@voronka/api'
import { ArrowLeft, CirclePause, CirclePlay, CopyPlus, OctagonX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, IconButton } from '../ui/index.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Figures, ProgressBar } from './Figures.tsx'
import { PaceField } from './PaceField.tsx'
import { Recipients } from './Recipients.tsx'
import { SentMessage } from './SentMessage.tsx'
import { StatusMark } from './StatusMark.tsx'
import { secondsLeft, timeLeft } from './time-left.ts'
import { fieldsOf, useBroadcastActions } from './use-broadcast-actions.ts'
import { useTitle } from './use-title.ts'

interface BroadcastProgressProps {
  readonly broadcast: BroadcastInfo
  onOpen(broadcast: number): void
  onClose(): void
}

/** A broadcast that was started: how far it is, what can still be done about it, and what became of each person. */
export function BroadcastProgress({ broadcast, onOpen, onClose }: BroadcastProgressProps) {
  const { t } = useTranslation('broadcasts')
  const { rights } = useProject()
  const title = useTitle(broadcast)
  const { status, total } = broadcast
  return (
    <div className="mx-auto flex max-w-200 flex-col gap-4 p-3 pb-8 sm:p-5">
      <div className="flex items-center gap-2">
        <IconButton label={t('back')} icon={<ArrowLeft size={16} />} onClick={onClose} />
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">
          <bdi>{title}</bdi>
        </h2>
        <StatusMark status={status} />
      </div>
      <section aria-label={t('figures.progress')} className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
        <Situation broadcast={broadcast} />
        {total > 0 && (
          <>
            <ProgressBar broadcast={broadcast} />
            <div className="text-sm">
              <Figures broadcast={broadcast} />
            </div>
          </>
        )}
        {rights.may('broadcasts', 'edit') && <Controls broadcast={broadcast} onOpen={onOpen} onClose={onClose} />}
      </section>
      <SentMessage broadcast={broadcast} />
      {total > 0 && <Recipients broadcast={broadcast} />}
    </div>
  )
}

/** In words: when it starts, how long it takes, why it failed. */
function Situation({ broadcast }: { readonly broadcast: BroadcastInfo }) {
  const { t } = useTranslation('broadcasts')
  const language = useLanguage()
  const moment = (at: string | null) =>
    at === null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
  const { status, startAt, startedAt, finishedAt, error, author } = broadcast
  if (status === 'failed') return <p className="text-sm wrap-anywhere text-danger">{t('situation.failed', { error })}</p>
  if (status === 'scheduled') return <p className="text-sm">{t('situation.scheduled', { moment: moment(startAt) })}</p>
  if (status === 'running') {
    const { unit, count } = timeLeft(secondsLeft(broadcast))
    return (
      <p className="text-sm">
        {t('situation.running', { moment: moment(startedAt) })} {t(`situation.left.${unit}`, { count })}
      </p>
    )
  }
  if (status === 'paused') return <p className="text-sm text-warning">{t('situation.paused')}</p>
  if (status === 'draft') return <p className="text-sm text-muted">{t('situation.draft', { author })}</p>
  return <p className="text-sm text-muted">{t(`situation.${status}`, { moment: moment(finishedAt) })}</p>
}

function Controls({ broadcast, onOpen, onClose }: BroadcastProgressProps) {
  const { t } = useTranslation('broadcasts')
  const actions = useBroadcastActions()
  const [asked, setAsked] = useState<'stop' | 'delete'>()
  const { status } = broadcast
  const goesOn = status === 'running' || status === 'paused' || status === 'scheduled'
  return (
    <div className="flex flex-wrap items-end gap-2">
      {status === 'running' && (
        <Button icon={<CirclePause size={14} aria-hidden />} busy={actions.busy} onClick={() => actions.control(broadcast, 'pause')}>
          {t('control.pause')}
        </Button>
      )}
      {status === 'paused' && (
        <Button
          look="primary"
          icon={<CirclePlay size={14} aria-hidden />}
          busy={actions.busy}
          onClick={() => actions.control(broadcast, 'resume')}
        >
          {t('control.resume')}
        </Button>
      )}
      {status === 'scheduled' && (
        <Button icon={<CirclePlay size={14} aria-hidden />} busy={actions.busy} onClick={() => actions.start(broadcast, null)}>
          {t('control.startNow')}
        </Button>
      )}
      {goesOn && (
        <Button look="risky" icon={<OctagonX size={14} aria-hidden />} onClick={() => setAsked('stop')}>
          {t('control.stop')}
        </Button>
      )}
      {goesOn && <PaceField key={broadcast.pace} pace={broadcast.pace} onChange={(pace) => actions.pace(broadcast, pace)} />}
      {!goesOn && (
        <>
          <Button
            icon={<CopyPlus size={14} aria-hidden />}
            busy={actions.busy}
            onClick={() => actions.create(fieldsOf(broadcast), ({ number }) => onOpen(number))}
          >
            {t('control.again')}
          </Button>
          <Button look="risky" icon={<Trash2 size={14} aria-hidden />} onClick={() => setAsked('delete')}>
            {t('delete')}
          </Button>
        </>
      )}
      <ConfirmDialog
        open={asked === 'stop'}
        danger
        title={t('control.stopTitle')}
        about={t('control.stopAbout')}
        confirm={t('control.stop')}
        onClose={() => setAsked(undefined)}
        onConfirm={() => actions.control(broadcast, 'stop')}
      />
      <ConfirmDialog
        open={asked === 'delete'}
        danger
        title={t('control.deleteTitle')}
        about={t('control.deleteAbout')}
        confirm={t('delete')}
        onClose={() => setAsked(undefined)}
        onConfirm={() => actions.remove(broadcast, onClose)}
      />
    </div>
  )
}
