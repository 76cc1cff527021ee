import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

const looks = {
  primary: 'bg-accent text-on-accent hover:brightness-110 font-medium',
  secondary: 'border border-line bg-surface text-text hover:bg-hover',
  quiet: 'text-text hover:bg-hover',
  danger: 'bg-danger text-surface hover:brightness-110 font-medium',
  /** Leads to something dangerous, which is asked about first. */
  risky: 'border border-line bg-surface text-danger hover:bg-hover',
}

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof looks
  readonly small?: boolean
  readonly icon?: ReactNode
  /** Something is under way: the button keeps its size and cannot be pressed twice. */
  readonly busy?: boolean
}

export function Button({ look = 'secondary', small, icon, busy, className, children, disabled, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-md whitespace-nowrap disabled:opacity-50',
        small ? 'h-7 px-2 text-xs' : 'h-8 px-3 text-sm',
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  )
}
