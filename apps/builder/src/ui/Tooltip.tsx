import { Tooltip as Base } from 'radix-ui'
import type { ReactElement } from 'react'
import { Kbd } from './Kbd.tsx'

interface TooltipProps {
  readonly text: string
  readonly keys?: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactElement
}

export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger asChild>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded-md bg-raised px-2 py-1 text-xs text-text shadow-float"
        >
          {text}
          {keys && <Kbd keys={keys} />}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

/** Once around the application. */
export const TooltipProvider = ({ children }: { children: ReactElement }) => (
  <Base.Provider delayDuration={400} skipDelayDuration={200} disableHoverableContent>
    {children}
  </Base.Provider>
)
