import { ChevronDown } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly open?: boolean
  onOpenChange?(open: boolean): void
  readonly children: ReactNode
}

/** A part of a page or panel that can be folded away. */
export function Section({ title, aside, open, onOpenChange, children }: SectionProps) {
  return (
    <Collapsible.Root open={open} defaultOpen={open === undefined} onOpenChange={onOpenChange}>
      <div className="flex items-center gap-2">
        <Collapsible.Trigger className="group flex h-8 min-w-0 flex-1 items-center gap-1 text-sm font-medium">
          <ChevronDown size={14} className="text-faint transition-transform group-data-[state=closed]:-rotate-90" />
          <span className="truncate">{title}</span>
        </Collapsible.Trigger>
        {aside}
      </div>
      <Collapsible.Content className="pb-3">{children}</Collapsible.Content>
    </Collapsible.Root>
  )
}
