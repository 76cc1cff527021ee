import { useState } from 'react'
import { TextInput } from '../ui/index.ts'

interface TimeFieldProps {
  readonly label: string
  readonly value: string
  onChange(time: string): void
}

/** A time of day. It is handed on when the field is left: a time that is half written is none. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  const [written, setWritten] = useState<string>()
  return (
    <TextInput
      type="time"
      label={label}
      value={written ?? value}
      onChange={setWritten}
      onBlur={() => {
        const time = written?.slice(0, 5)
        if (time && time !== value) onChange(time)
        setWritten(undefined)
      }}
    />
  )
}
