import { TextArea, TextInput } from './Field.tsx'
import { useKept } from './use-kept.ts'

interface KeptFieldProps {
  readonly label: string
  readonly value: string
  readonly most: number
  readonly type?: string
  /** Of several lines. */
  readonly lines?: boolean
  readonly disabled?: boolean
  /** What was written, without spaces around it, when it is something else than `from`, which stood there when the writing began. */
  onKeep(text: string, from: string): void
}

/** A text field that is stored when it is left; Escape takes back what was written. */
export function KeptField({ label, value, most, type, lines = false, disabled, onKeep }: KeptFieldProps) {
  const store = (text: string, from: string) => {
    if (text.trim() !== from) onKeep(text.trim(), from)
  }
  const { field } = useKept(value, store, { lines })
  return lines ? (
    <TextArea label={label} maxLength={most} disabled={disabled} {...field} />
  ) : (
    <TextInput label={label} type={type} maxLength={most} disabled={disabled} {...field} />
  )
}
