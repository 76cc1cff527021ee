import { TextInput } from '../ui/index.ts'

interface DayFieldProps {
  readonly label: string
  readonly value: string | undefined
  onChange(day: string | undefined): void
}

/** A day that a list is narrowed by. Its name stands before it, so that one line is enough. */
export const DayField = ({ label, value, onChange }: DayFieldProps) => (
  <div className="flex min-w-0 items-center gap-1.5 text-xs text-muted sm:w-44">
    <span aria-hidden className="shrink-0">
      {label}
    </span>
    <div className="min-w-0 flex-1">
      <TextInput type="date" label={label} labelHidden value={value ?? ''} onChange={(day) => onChange(day || undefined)} />
    </div>
  </div>
)
