import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import './palette.css'

interface FrameProps {
  readonly label: string
  readonly query: string
  onQuery(query: string): void
  readonly placeholder: string
  onClose(): void
  readonly children: ReactNode
}

/** The window with one field and a list below it. Which lines are there is the caller's business: a thousand blocks need a better search than ours. */
export const PaletteFrame = ({ label, query, onQuery, placeholder, onClose, children }: FrameProps) => (
  <Command.Dialog
    open
    onOpenChange={(open) => open || onClose()}
    shouldFilter={false}
    label={label}
    loop
    overlayClassName="fixed inset-0 z-40 bg-black/40"
    contentClassName="fixed top-[10dvh] left-1/2 z-40 w-[min(560px,calc(100vw-24px))] -translate-x-1/2 animate-appear overflow-hidden rounded-md bg-raised text-text shadow-float outline-none"
  >
    <Command.Input
      value={query}
      onValueChange={onQuery}
      placeholder={placeholder}
      className="h-12 w-full border-b border-line bg-transparent px-4 text-lg outline-none sm:text-base"
    />
    <Command.List className="palette-list max-h-[56dvh] overflow-y-auto p-1 text-sm">{children}</Command.List>
  </Command.Dialog>
)
