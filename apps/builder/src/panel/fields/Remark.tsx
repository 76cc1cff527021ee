import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something that is wrong; said out when it appears. */
export function Fault({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-1 text-xs text-danger">
      <CircleAlert aria-hidden className="mt-px size-3.5 flex-none" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}

/** Something worth knowing. */
export function Remark({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1 text-xs text-muted">
      <Info aria-hidden className="mt-px size-3.5 flex-none" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
