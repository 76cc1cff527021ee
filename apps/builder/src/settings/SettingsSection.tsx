import { useId } from 'react'
import type { ReactNode } from 'react'

interface SettingsSectionProps {
  /** Its anchor in the address of the page. */
  readonly name: string
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

export function SettingsSection({ name, title, about, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section id={name} aria-labelledby={id} className="scroll-mt-6 rounded-md border border-line bg-surface p-4">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-3 text-sm text-muted">{about}</p>
      {children}
    </section>
  )
}
