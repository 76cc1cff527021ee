import { useState } from 'react'
import { TextInput } from './Field.tsx'

interface NumberInputProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly hint?: string
  /** With a fraction: a price. */
  readonly fraction?: boolean
  onChange(value: number): void
}

/** A number within bounds. While what is written is none, the value before stays; when the field is left, it shows the value. */
export function NumberInput({ label, value, min, max, hint, fraction = false, onChange }: NumberInputProps) {
  const [written, setWritten] = useState<string>()
  const take = (text: string) => {
    setWritten(text)
    const number = Number(text.replace(/\s/g, '').replace(',', '.'))
    if (text.trim() !== '' && number >= min && number <= max && (fraction || Number.isInteger(number))) onChange(number)
  }
  return (
    <TextInput
      label={label}
      hint={hint}
      inputMode={fraction ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={15}
      value={written ?? String(value)}
      onChange={take}
      onBlur={() => setWritten(undefined)}
    />
  )
}
