import { useState } from 'react'
import { control } from './controls.ts'
import { Field } from './Field.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: number
  readonly onChange: (value: number) => void
  readonly hint?: string
  /** Whole numbers from 0 on: rows and places. Otherwise any number. */
  readonly whole?: boolean
  readonly disabled?: boolean
}

/** A number. While what is typed is no number (yet), the former value stays in force; leaving the field shows it again. */
export function NumberField({ label, labelHidden, value, onChange, hint, whole = false, disabled }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>()
  const take = (text: string) => {
    setTyped(text)
    const number = readNumber(text, whole)
    if (number !== undefined && number !== value) onChange(number)
  }
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className={`${control} tabular-nums`}
          inputMode={whole ? 'numeric' : 'decimal'}
          value={typed ?? String(value)}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={(typed !== undefined && readNumber(typed, whole) === undefined) || undefined}
          autoComplete="off"
          onChange={({ target }) => take(target.value)}
          onBlur={() => setTyped(undefined)}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
            if (!step || (whole && value + step < 0)) return
            event.preventDefault()
            take(String(value + step))
          }}
        />
      )}
    </Field>
  )
}

export function readNumber(text: string, whole: boolean): number | undefined {
  const written = text.trim().replace(',', '.')
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return undefined
  return whole && !(Number.isInteger(number) && number >= 0) ? undefined : number
}
