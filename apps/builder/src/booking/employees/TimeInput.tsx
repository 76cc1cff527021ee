import { control } from '../../ui/index.ts'

interface TimeInputProps {
  readonly label: string
  readonly value: string
  /** The end of something: midnight is the end of the day, `24:00`. */
  readonly end?: boolean
  readonly bad?: boolean
  onChange(time: string): void
}

/** A time of day in a row of times. While it is half written, the time before stays. On a phone, where it opens by touch, AM and PM have the place of its sign. */
export function TimeInput({ label, value, end, bad, onChange }: TimeInputProps) {
  return (
    <input
      type="time"
      aria-label={label}
      aria-invalid={bad || undefined}
      value={value === '24:00' ? '00:00' : value}
      onChange={({ target }) => {
        const time = target.value.slice(0, 5)
        if (time) onChange(end && time === '00:00' ? '24:00' : time)
      }}
      className={`${control} w-auto! tabular-nums max-sm:[&::-webkit-calendar-picker-indicator]:hidden`}
    />
  )
}
