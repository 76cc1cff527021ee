import type { ReactNode } from 'react'
import { control } from './controls.ts'
import { Field } from './Field.tsx'

interface TextFieldProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string
  readonly aside?: ReactNode
  readonly disabled?: boolean
  readonly inputMode?: 'text' | 'url' | 'numeric' | 'decimal'
  readonly list?: string
}

/** One line of text. Autocorrection is off: names, conditions and addresses are not prose. */
export function TextField({ label, labelHidden, hint, error, aside, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside}>
      {({ id, describedBy, invalid }) => (
        <input
          {...rest}
          id={id}
          className={control}
          value={value}
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
