import { useId } from 'react'
import type { ReactNode } from 'react'

interface StepProps {
  readonly number: number
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

/** One of the steps of a broadcast; all of them are in sight. */
export function Step({ number, title, about, children }: StepProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4 rounded-md border border-line bg-surface p-4">
      <div>
        <h3 id={id} className="flex items-center gap-2 text-base font-semibold">
          <span className="flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs text-accent">{number}</span>
          {title}
        </h3>
        <p className="mt-0.5 text-sm text-muted">{about}</p>
      </div>
      {children}
    </section>
  )
}
