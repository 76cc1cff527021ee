import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextArea } from '../ui/index.ts'

interface LinesFormProps {
  readonly label: string
  readonly hint: string
  readonly lines: readonly string[]
  readonly editable: boolean
  readonly busy: boolean
  /** What is wrong with one of them; undefined: nothing. */
  fault(line: string): string | undefined
  onSave(lines: string[]): void
}

/** A short list, written one a line. */
export function LinesForm({ label, hint, lines, editable, busy, fault, onSave }: LinesFormProps) {
  const { t } = useTranslation('web-chat')
  const [written, setWritten] = useState<string>()
  const named = [...new Set((written ?? '').split(/[\s,]+/).filter(Boolean))]
  const wrong = named.map(fault).find((each) => each !== undefined)
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (written === undefined || wrong) return
        onSave(named)
        setWritten(undefined)
      }}
    >
      <TextArea
        label={label}
        hint={hint}
        error={wrong}
        spellCheck={false}
        disabled={!editable}
        value={written ?? lines.join('\n')}
        onChange={setWritten}
      />
      {written !== undefined && (
        <div className="flex gap-2">
          <Button look="primary" type="submit" busy={busy} disabled={wrong !== undefined}>
            {t('save')}
          </Button>
          <Button onClick={() => setWritten(undefined)}>{t('undo')}</Button>
        </div>
      )}
    </form>
  )
}
