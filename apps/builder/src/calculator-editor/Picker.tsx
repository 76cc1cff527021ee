import { Popover } from 'radix-ui'
import { useState, type ReactNode } from 'react'

interface PickerProps {
  readonly label: string
  readonly icon: ReactNode
  readonly children: (close: () => void) => ReactNode
  /** Words beside the icon where there is room. */
  readonly text?: string
}

/** A small button that opens something to choose from; choosing closes it. */
export function Picker({ label, icon, text, children }: PickerProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className="flex h-7 min-w-7 flex-none items-center justify-center gap-1 rounded-md px-1.5 text-xs text-muted hover:bg-hover hover:text-text data-[state=open]:bg-hover"
        aria-label={label}
        title={label}
      >
        {icon}
        {text}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="z-50 flex max-h-[min(420px,var(--radix-popover-content-available-height))] w-80 max-w-[calc(100vw-16px)] flex-col overflow-hidden rounded-md border border-line bg-raised text-text shadow-float"
          // The field that gets what was chosen takes the focus itself.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
