import clsx from 'clsx'
import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'

/** The look of one-line controls. On a telephone 16 px, below which it zooms into the field. */
export const control =
  'h-8 w-full min-w-0 rounded-md border border-line bg-field px-2 text-lg text-text hover:border-strong focus-visible:border-accent disabled:opacity-50 sm:text-sm aria-invalid:border-danger'

interface FieldProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  readonly error?: string
}

/** A control with its name above and what to know about it below; both are announced with it. */
function Field({
  label,
  labelHidden,
  hint,
  error,
  children,
}: FieldProps & { children: (wiring: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode }) {
  const id = useId()
  const said = error ?? hint
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-xs text-muted'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': said ? `${id}-said` : undefined, 'aria-invalid': error ? true : undefined })}
      {said && (
        <p id={`${id}-said`} className={clsx('text-xs', error ? 'text-danger' : 'text-faint')}>
          {said}
        </p>
      )}
    </div>
  )
}

type Named<T extends 'input' | 'textarea' | 'select'> = FieldProps & Omit<ComponentProps<T>, 'id' | 'onChange'>

export function TextInput({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  className,
  ...rest
}: Named<'input'> & { onChange(value: string): void }) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error}>
      {(wiring) => <input {...rest} {...wiring} className={clsx(control, className)} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  )
}

/** Grows with what is written in it. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  className,
  ...rest
}: Named<'textarea'> & { onChange(value: string): void }) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          rows={2}
          {...rest}
          {...wiring}
          className={clsx(control, 'field-sizing-content h-auto max-h-80 min-h-16 resize-y py-1.5', className)}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

interface SelectProps<Value extends string> extends Omit<Named<'select'>, 'value'> {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  onChange(value: Value): void
}

/** The browser's own list: it works with every keyboard, screen reader and telephone. */
export function Select<Value extends string>({
  label,
  labelHidden,
  hint,
  error,
  options,
  onChange,
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          className={clsx(control, className)}
          onChange={({ target }) => {
            const chosen = options[target.selectedIndex]
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
