import type { TestChat } from '@voronka/api'
import { CalendarClock, Clock, FastForward, RotateCcw } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Picker } from '../calculator-editor/index.ts'
import { Button, IconButton, control } from '../ui/index.ts'
import type { ClockMove } from './chat-actions.ts'
import { durationText } from './duration.ts'
import { clockText, fromFieldValue, toFieldValue } from './moments.ts'

interface ClockBarProps {
  readonly clock: TestChat['clock']
  /** The test chat's own time, milliseconds. */
  readonly now: number
  readonly hasTimers: boolean
  readonly language: string
  readonly onMove: (move: ClockMove) => void
}

const minute = 60_000

/** The clock of the test chat: where it is, and forward. Everything planned on the way fires at its own moment. */
export function ClockBar({ clock: { offset, zone }, now, hasTimers, language, onMove }: ClockBarProps) {
  const { t } = useTranslation('test-chat')
  return (
    <section
      aria-label={t('clock.label')}
      className="flex min-w-0 flex-none flex-wrap items-center gap-x-1 gap-y-0.5 border-b border-line px-2 py-1 text-xs"
    >
      <Clock aria-hidden className={`size-4 flex-none ${offset ? 'text-accent' : 'text-faint'}`} />
      <span className="mr-auto min-w-0">
        <time dateTime={new Date(now).toISOString()} className="font-medium whitespace-nowrap tabular-nums">
          {clockText(now, zone, language)}
        </time>{' '}
        <span className={`whitespace-nowrap ${offset ? 'text-accent' : 'hidden text-faint @min-[480px]:inline'}`}>
          {offset ? t(offset > 0 ? 'clock.ahead' : 'clock.behind', { duration: durationText(offset, t) }) : t('clock.real')}
        </span>
      </span>
      <span className="flex flex-none items-center">
        <Button small onClick={() => onMove({ move: 'by', milliseconds: 10 * minute })}>
          {t('clock.plus10')}
        </Button>
        <IconButton
          label={t('clock.next')}
          hint={t(hasTimers ? 'clock.next' : 'clock.noTimer')}
          icon={<FastForward size={16} />}
          disabled={!hasTimers}
          onClick={() => onMove({ move: 'next-timer' })}
        />
        <Picker label={t('clock.to')} icon={<CalendarClock aria-hidden className="size-4" />}>
          {(close) => (
            <MomentForm
              now={now}
              zone={zone}
              onMove={(move) => {
                close()
                onMove(move)
              }}
            />
          )}
        </Picker>
        <IconButton label={t('clock.reset')} icon={<RotateCcw size={16} />} disabled={!offset} onClick={() => onMove({ move: 'reset' })} />
      </span>
    </section>
  )
}

function MomentForm({ now, zone, onMove }: { readonly now: number; readonly zone: string; readonly onMove: (move: ClockMove) => void }) {
  const { t } = useTranslation('test-chat')
  const [text, setText] = useState(() => toFieldValue(now + 60 * minute, zone))
  const moment = fromFieldValue(text, zone)
  const fault = moment === undefined ? t('clock.invalid') : moment <= now ? t('clock.past') : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (moment !== undefined && !fault) onMove({ move: 'to', moment: new Date(moment).toISOString() })
  }
  return (
    <form className="flex flex-col gap-2 p-3" onSubmit={submit}>
      <label className="flex flex-col gap-1 text-xs text-muted">
        {t('clock.moment', { zone })}
        <input type="datetime-local" className={control} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      {fault && (
        <p role="alert" className="text-xs text-danger">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        <Button small type="submit" disabled={Boolean(fault)}>
          {t('clock.go')}
        </Button>
        <Button small onClick={() => onMove({ move: 'by', milliseconds: 60 * minute })}>
          {t('clock.plusHour')}
        </Button>
        <Button small onClick={() => onMove({ move: 'by', milliseconds: 24 * 60 * minute })}>
          {t('clock.plusDay')}
        </Button>
      </div>
    </form>
  )
}
