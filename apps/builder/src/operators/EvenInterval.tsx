import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments, TextInput } from '../ui/index.ts'

/** What is offered first when the working day is not meant. */
const usualMinutes = 60
const most = 1440

interface EvenIntervalProps {
  /** null: the working day. */
  readonly minutes: number | null
  onChange(minutes: number | null): void
}

/** Within what time everybody shall have got equally many. */
export function EvenInterval({ minutes, onChange }: EvenIntervalProps) {
  const { t } = useTranslation('operators')
  const [written, setWritten] = useState<string>()
  const number = written === undefined ? undefined : readMinutes(written)
  return (
    <div className="flex flex-col gap-2">
      <Segments
        label={t('rules.even')}
        value={minutes === null ? 'day' : 'minutes'}
        options={[
          { value: 'day', text: t('rules.evenDay') },
          { value: 'minutes', text: t('rules.evenMinutes') },
        ]}
        hint={t('rules.evenHint')}
        onChange={(chosen) => onChange(chosen === 'day' ? null : usualMinutes)}
      />
      {minutes !== null && (
        <div className="w-40">
          <TextInput
            inputMode="numeric"
            label={t('rules.minutes')}
            value={written ?? String(minutes)}
            error={written !== undefined && number === undefined ? t('rules.badMinutes', { most }) : undefined}
            onChange={setWritten}
            onBlur={() => {
              if (number !== undefined && number !== minutes) onChange(number)
              setWritten(undefined)
            }}
          />
        </div>
      )}
    </div>
  )
}

function readMinutes(text: string): number | undefined {
  const number = Number(text)
  return /^\d{1,4}$/.test(text.trim()) && number >= 1 && number <= most ? number : undefined
}
