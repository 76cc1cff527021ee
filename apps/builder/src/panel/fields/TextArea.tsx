import type { ReactNode } from 'react'
import { Field } from './Field.tsx'

interface TextAreaProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string
  readonly aside?: ReactNode
  readonly rows?: number
  readonly code?: boolean
}

/** Text of several lines; grows with what is written. */
export function TextArea({ label, labelHidden, hint, error, aside, value, onChange, placeholder, rows = 1, code = false }: TextAreaProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id}
          rows={rows}
          className={`field-sizing-content max-h-60 w-full min-w-0 resize-y rounded-md border border-line bg-field px-2 py-1.5 text-lg leading-5 text-text placeholder:text-faint hover:border-strong focus-visible:border-accent aria-invalid:border-danger sm:text-sm ${code ? 'font-mono' : ''}`}
          value={value}
          placeholder={placeholder}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
