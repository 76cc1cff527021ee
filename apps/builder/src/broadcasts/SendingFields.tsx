import { CalendarClock, Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { Button, Segments, TextInput } from '../ui/index.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { localMoment } from '../projects/local-moment.ts'

interface SendingFieldsProps {
  readonly ready: boolean
  readonly count: number | undefined
  readonly moves: boolean
  readonly busy: boolean
  onStart(at: string | null): void
}

/** Now, or at a date and time; nothing goes out before it is said once more to how many. */
export function SendingFields({ ready, count = 0, moves, busy, onStart }: SendingFieldsProps) {
  const { t } = useTranslation('broadcasts')
  const language = useLanguage()
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [moment, setMoment] = useState(() => localMoment(new Date(Date.now() + 3_600_000)))
  const [past, setPast] = useState(false)
  const [sure, setSure] = useState(false)
  const date = new Date(moment)
  const later = when === 'later'
  const good = !later || !Number.isNaN(date.getTime())
  const ask = () => {
    const passed = later && isPast(date)
    setPast(passed)
    setSure(!passed)
  }
  const at = later && good ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(date) : ''
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Segments
          label={t('when.label')}
          value={when}
          options={[
            { value: 'now', text: t('when.now') },
            { value: 'later', text: t('when.later') },
          ]}
          onChange={setWhen}
        />
        {later && (
          <TextInput
            type="datetime-local"
            label={t('when.moment')}
            hint={t('when.zone')}
            value={moment}
            error={past ? t('when.past') : undefined}
            onChange={(written) => {
              setMoment(written)
              setPast(false)
            }}
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          icon={later ? <CalendarClock size={14} aria-hidden /> : <Megaphone size={14} aria-hidden />}
          disabled={!ready || !good || count === 0}
          busy={busy}
          onClick={ask}
        >
          {t(later ? 'start.later' : 'start.now', { count })}
        </Button>
        {!ready ? (
          <span className="text-xs text-muted">{t('start.noMessage')}</span>
        ) : (
          count === 0 && <span className="text-xs text-muted">{t('start.nobody')}</span>
        )}
      </div>
      <ConfirmDialog
        open={sure}
        title={later ? t('start.sureLater', { count, moment: at }) : t('start.sureNow', { count })}
        about={t(moves ? 'start.moves' : 'start.stays')}
        confirm={t(later ? 'start.doLater' : 'start.doNow')}
        onClose={() => setSure(false)}
        onConfirm={() => onStart(later ? date.toISOString() : null)}
      />
    </div>
  )
}

const isPast = (date: Date): boolean => date.getTime() <= Date.now()
