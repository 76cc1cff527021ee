import { useId } from 'react'
import type { ReactNode } from 'react'

interface CardProps {
  readonly title: string
  readonly about?: ReactNode
  /** Beside the title, e.g. the button that adds something. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One matter on a page of settings. */
export function Card({ title, about, aside, children }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start gap-2">
        <h2 id={id} className="min-w-40 flex-1 text-base font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {about && <p className="mt-0.5 text-sm text-muted">{about}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}
