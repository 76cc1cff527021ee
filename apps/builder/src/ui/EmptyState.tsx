import type { ReactNode } from 'react'

/** What stands where nothing is yet: what this is for, and how to begin. */
export function EmptyState({ icon, title, about, children }: { icon?: ReactNode; title: string; about?: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-100 flex-col items-center gap-3 px-4 py-12 text-center">
      {icon && <div className="text-faint">{icon}</div>}
      <h2 className="text-lg font-semibold">{title}</h2>
      {about && <p className="text-sm text-muted">{about}</p>}
      {children && <div className="mt-1 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}
