import { useId } from 'react'

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly text: string }[]
  readonly onChange: (value: Value) => void
  readonly hint?: string
  readonly disabled?: boolean
}

/** One of two to four, all in sight. Radio buttons underneath, so arrows move and the group is read out as one. */
export function Segments<Value extends string>({ label, labelHidden, value, options, onChange, hint, disabled }: SegmentsProps<Value>) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" disabled={disabled} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className={labelHidden ? 'sr-only' : 'mb-1 text-xs font-medium text-muted'}>{label}</legend>
      <div className="flex rounded-md border border-line bg-sunken p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-7 min-w-0 flex-1 cursor-pointer items-center justify-center rounded-sm px-2 text-center text-xs leading-4 text-muted has-checked:bg-raised has-checked:font-medium has-checked:text-text has-checked:ring-1 has-checked:ring-strong has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:opacity-50"
          >
            <input type="radio" name={name} className="sr-only" checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.text}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="text-xs leading-4 text-faint">
          {hint}
        </p>
      )}
    </fieldset>
  )
}
