import type { ComponentProps } from 'react'
import { TextArea, TextInput } from '../../ui/index.ts'

/** One line. Names, conditions and addresses are not prose: nothing is suggested and nothing is corrected. */
export function TextField(props: ComponentProps<typeof TextInput>) {
  return <TextInput autoComplete="off" spellCheck={false} {...props} />
}

/** The same of several lines, one line high while there is no more. */
export function LongField({ className = '', ...props }: ComponentProps<typeof TextArea>) {
  return <TextArea rows={1} autoComplete="off" spellCheck={false} className={`min-h-8! ${className}`} {...props} />
}
