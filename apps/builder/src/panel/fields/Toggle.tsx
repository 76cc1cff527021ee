import { useId } from 'react'

interface ToggleProps {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly hint?: string
  readonly disabled?: boolean
}

/** On or off, at once. The whole line is the target. */
export function Toggle({ label, value, onChange, hint, disabled }: ToggleProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label className="flex min-h-7 cursor-pointer items-center justify-between gap-3 text-sm has-disabled:cursor-default has-disabled:opacity-50">
        <span className="min-w-0">{label}</span>
        <input
          type="checkbox"
          role="switch"
          className="peer sr-only"
          checked={value}
          disabled={disabled}
          aria-describedby={hint ? id : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span
          aria-hidden
          className="relative h-5 w-9 flex-none rounded-full bg-strong transition-colors after:absolute after:top-0.5 after:left-0.5 after:size-4 after:rounded-full after:bg-white after: after:transition-transform peer-checked:bg-accent peer-checked:after:translate-x-4 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent motion-reduce:transition-none motion-reduce:after:transition-none"
        />
      </label>
      {hint && (
        <p id={id} className="pr-12 text-xs leading-4 text-faint">
          {hint}
        </p>
      )}
    </div>
  )
}
