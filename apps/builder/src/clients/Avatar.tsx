import clsx from 'clsx'

const tints = ['bg-state-blue', 'bg-state-green', 'bg-state-orange', 'bg-state-violet', 'bg-state-cyan', 'bg-state-pink'] as const

/** A round with the first letter of a name: the same colour for the same person. */
export function Avatar({ name, id, small }: { readonly name: string; readonly id: number; readonly small?: boolean }) {
  const [letter = '?'] = name.trim()
  return (
    <span
      aria-hidden
      className={clsx(
        'flex shrink-0 items-center justify-center rounded-full font-medium text-white',
        small ? 'size-6 text-xs' : 'size-9 text-sm',
        tints[id % tints.length],
      )}
    >
      {letter.toUpperCase()}
    </span>
  )
}
