import { useState } from 'react'
import { TextField } from './TextField.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly hint?: string
  /** Whole numbers from 0 on: rows and places. Otherwise any number. */
  readonly whole?: boolean
}

/** A number. While what is typed is no number (yet), the former value stays in force; leaving the field shows it again. */
export function NumberField({ label, value, onChange, hint, whole = false }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>()
  const take = (text: string) => {
    setTyped(text)
    const number = readNumber(text, whole)
    if (number !== undefined && number !== value) onChange(number)
  }
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={typed ?? String(value)}
      aria-invalid={(typed !== undefined && readNumber(typed, whole) === undefined) || undefined}
      onChange={take}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (!step || (whole && value + step < 0)) return
        event.preventDefault()
        take(String(value + step))
      }}
    />
  )
}

function readNumber(text: string, whole: boolean): number | undefined {
  const written = text.trim().replace(',', '.')
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return undefined
  return whole && !(Number.isInteger(number) && number >= 0) ? undefined : number
}
