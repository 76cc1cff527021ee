import { CircleAlert, Info } from 'lucide-react'
import { useId, type ReactNode } from 'react'

export interface FieldProps {
  readonly label: string
  /** The label is there for screen readers only: what the field is shows by itself. */
  readonly labelHidden?: boolean
  readonly hint?: string
  /** What is wrong with the value; said out when it appears. */
  readonly error?: string
  readonly aside?: ReactNode
  readonly children: (control: { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean }) => ReactNode
}

/** Label, hint and fault of one field, tied together for screen readers. */
export function Field({ label, labelHidden = false, hint, error, aside, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className={labelHidden ? 'sr-only' : 'flex items-end justify-between gap-2'}>
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {label}
        </label>
        {!labelHidden && aside}
      </div>
      {children({ id, describedBy, invalid: Boolean(error) })}
      {error && <Fault id={errorId}>{error}</Fault>}
      {hint && (
        <p id={hintId} className="text-xs leading-4 text-faint">
          {hint}
        </p>
      )}
    </div>
  )
}

export function Fault({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1 text-xs leading-4 text-danger">
      <CircleAlert aria-hidden className="mt-px size-3.5 flex-none" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}

export function Remark({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1 text-xs leading-4 text-muted">
      <Info aria-hidden className="mt-px size-3.5 flex-none" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
