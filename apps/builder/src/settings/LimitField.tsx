import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '../ui/index.ts'

/** The highest that the document takes (builder-and-runtime, section 10.2). */
const most = 100_000

/** A whole number from 1. While what is written is none, the former one stays in force. */
export function LimitField({ value, onChange }: { readonly value: number; onChange(limit: number): void }) {
  const { t } = useTranslation('settings')
  const [written, setWritten] = useState<string>()
  const fault = written !== undefined && readLimit(written) === undefined
  return (
    <TextInput
      label={t('general.limit')}
      hint={t('general.limitHint')}
      error={fault ? t('general.limitBad', { most }) : undefined}
      inputMode="numeric"
      autoComplete="off"
      value={written ?? String(value)}
      onChange={(text) => {
        setWritten(text)
        const limit = readLimit(text)
        if (limit !== undefined && limit !== value) onChange(limit)
      }}
      onBlur={() => setWritten(undefined)}
    />
  )
}

/** Undefined: no number that may stand there. */
export function readLimit(text: string): number | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '')
  const limit = Number(digits)
  return /^\d+$/.test(digits) && limit >= 1 && limit <= most ? limit : undefined
}
