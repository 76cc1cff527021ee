import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { iconButton } from './fields/controls.ts'

export interface PanelMenuItem {
  readonly title: string
  readonly icon: ReactNode
  readonly danger?: boolean
  run(): void
}

/** The three dots of a block or an arrow. */
export function PanelMenu({ label, items }: { readonly label: string; readonly items: readonly PanelMenuItem[] }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={iconButton} aria-label={label} title={label}>
        <Ellipsis aria-hidden className="size-4" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-52 rounded-md bg-raised p-1 text-sm text-text shadow-float"
        >
          {items.map(({ title, icon, danger, run }) => (
            <DropdownMenu.Item
              key={title}
              className={`flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-hover ${danger ? 'text-danger' : ''}`}
              onSelect={run}
            >
              <span aria-hidden className="text-faint [&>svg]:size-4">
                {icon}
              </span>
              {title}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
