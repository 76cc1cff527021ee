import { Smile } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/index.ts'
import { emoji } from './emoji.ts'
import { nextPlace } from './next-place.ts'

interface EmojiButtonProps {
  onChoose(chosen: string): void
  /** The picker was closed: the field that it wrote into has the keyboard again. */
  onClosed(): void
}

/** Offers emoji for what is being written (crm-and-tasks, section 11.2). Arrows walk through them; it stays open for more than one. */
export function EmojiButton({ onChoose, onClosed }: EmojiButtonProps) {
  const { t } = useTranslation('clients')
  const [at, setAt] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const to = nextPlace(at, event.key, { columns: 8, count: emoji.length })
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    grid.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={t('composer.emoji')} icon={<Smile size={16} />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('composer.emoji')}
          className="z-50 rounded-md bg-raised p-2 text-text shadow-float"
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            grid.current?.querySelectorAll('button')[at]?.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <div
            ref={grid}
            role="group"
            aria-label={t('composer.emoji')}
            onKeyDown={walk}
            className="grid max-h-60 grid-cols-8 gap-0.5 overflow-y-auto p-0.5"
          >
            {emoji.map((each, index) => (
              <button
                key={each}
                type="button"
                tabIndex={index === at ? 0 : -1}
                className="flex size-8 items-center justify-center rounded-sm text-lg hover:bg-hover"
                onClick={() => {
                  setAt(index)
                  onChoose(each)
                }}
              >
                {each}
              </button>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
