import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextInput } from '../ui/index.ts'
import { isPace, paceOf } from './complete-fields.ts'

/** The pace can be changed while people are being written to. */
export function PaceField({ pace, onChange }: { readonly pace: number; onChange(pace: number): void }) {
  const { t } = useTranslation('broadcasts')
  const [written, setWritten] = useState(String(pace))
  const changed = isPace(written) && paceOf(written) !== pace
  return (
    <form
      className="ml-auto flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed) onChange(paceOf(written))
      }}
    >
      <div className="w-36">
        <TextInput
          label={t('fields.pace')}
          inputMode="decimal"
          aria-invalid={!isPace(written) || undefined}
          value={written}
          onChange={setWritten}
        />
      </div>
      {changed && <Button type="submit">{t('control.pace')}</Button>}
    </form>
  )
}
