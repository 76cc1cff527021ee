import type { OperatorStatus } from '@voronka/api'
import clsx from 'clsx'

/** Told apart by form, too: full, half, empty. */
const looks: Readonly<Record<OperatorStatus, string>> = {
  shift: 'border-success bg-success',
  break: 'border-warning bg-linear-to-r from-warning from-50% to-transparent to-50%',
  absent: 'border-faint',
}

export const StatusDot = ({ status }: { readonly status: OperatorStatus }) => (
  <span aria-hidden className={clsx('size-2.5 shrink-0 rounded-full border-2', looks[status])} />
)
