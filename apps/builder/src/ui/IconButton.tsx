import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Tooltip } from './Tooltip.tsx'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'title'> {
  /** Its name for a screen reader and in the tooltip. */
  readonly label: string
  /** More for the tooltip, e.g. which step would be undone. */
  readonly hint?: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly small?: boolean
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly pressed?: boolean
}

/** A button that is only an icon. It stays reachable while disabled, so that its tooltip can say why. */
export function IconButton({ label, hint, keys, icon, small, side, pressed, disabled, className, onClick, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={hint ?? label} keys={keys} side={side}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        aria-disabled={disabled || undefined}
        aria-pressed={pressed}
        onClick={disabled ? undefined : onClick}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-muted aria-disabled:opacity-40',
          small ? 'size-6' : 'size-8',
          pressed ? 'bg-accent-soft text-accent' : !disabled && 'hover:bg-hover hover:text-text',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
