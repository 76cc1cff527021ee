import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What stands in the way, said where it happened. */
export const Fault = ({ text }: { readonly text: ReactNode }) => (
  <p role="alert" className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
    <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
    <span className="min-w-0 wrap-anywhere">{text}</span>
  </p>
)
