import clsx from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Base } from 'radix-ui'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Shown with a tick: one of several that can be chosen. */
  readonly checked?: boolean
  /** It leads to a field that takes the focus: it does not go back to where the menu was opened. */
  readonly leadsOn?: boolean
  onSelect(): void
}

/** A heading, a line between groups, or an item. */
export type MenuEntry = MenuItem | { readonly heading: string } | 'line'

interface MenuProps {
  readonly trigger: ReactElement
  readonly items: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

export function Menu({ trigger, items, align = 'start', side }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <MenuContent items={items} align={align} side={side} />
    </Base.Root>
  )
}

interface PointMenuProps {
  readonly at: { readonly x: number; readonly y: number } | undefined
  readonly items: readonly MenuEntry[]
  onClose(): void
}

/** The same at a place of the window, for the right mouse button. */
export function PointMenu({ at, items, onClose }: PointMenuProps) {
  return (
    <Base.Root open={at !== undefined} onOpenChange={(open) => open || onClose()} modal={false}>
      <Base.Trigger asChild>
        <span className="pointer-events-none fixed size-0" aria-hidden style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      </Base.Trigger>
      <MenuContent items={items} align="start" />
    </Base.Root>
  )
}

function MenuContent({ items, align, side }: Pick<MenuProps, 'items' | 'align' | 'side'>) {
  const ledOn = useRef(false)
  return (
    <Base.Portal>
      <Base.Content
        onCloseAutoFocus={(event) => {
          if (ledOn.current) event.preventDefault()
          ledOn.current = false
        }}
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-appear overflow-y-auto rounded-md bg-raised p-1 text-sm text-text shadow-float"
      >
        {items.map((entry, index) => (
          <Entry key={index} entry={entry} onLed={() => (ledOn.current = true)} />
        ))}
      </Base.Content>
    </Base.Portal>
  )
}

function Entry({ entry, onLed }: { readonly entry: MenuEntry; onLed(): void }) {
  if (entry === 'line') return <Base.Separator className="my-1 h-px bg-line" />
  if ('heading' in entry) return <Base.Label className="px-2 py-1 text-xs text-faint">{entry.heading}</Base.Label>
  const select = () => {
    if (entry.leadsOn) onLed()
    entry.onSelect()
  }
  const look = clsx(
    'flex items-center gap-2 rounded-sm px-2 py-1.5 outline-none select-none data-disabled:opacity-40 data-highlighted:bg-hover',
    entry.danger && 'text-danger',
  )
  const inside = (
    <>
      {entry.icon && <span className="flex w-4 shrink-0 justify-center text-muted">{entry.icon}</span>}
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.keys && <Kbd keys={entry.keys} />}
      {entry.checked && <Check size={14} className="text-accent" />}
    </>
  )
  if (entry.checked === undefined)
    return (
      <Base.Item disabled={entry.disabled} onSelect={select} className={look}>
        {inside}
      </Base.Item>
    )
  return (
    <Base.CheckboxItem checked={entry.checked} disabled={entry.disabled} onSelect={select} className={look}>
      {inside}
    </Base.CheckboxItem>
  )
}
