import clsx from 'clsx'

interface PictureProps {
  readonly address: string
  readonly name: string
  /** Of a service: a dot in the colour of its plates. */
  readonly color?: string
  readonly round?: boolean
  readonly small?: boolean
}

/** The photo of a service or employee; without one the first letter of its name. */
export function Picture({ address, name, color, round, small }: PictureProps) {
  const shape = clsx(small ? 'size-7' : 'size-9', 'shrink-0', round ? 'rounded-full' : 'rounded-md')
  if (address) return <img src={address} alt="" loading="lazy" referrerPolicy="no-referrer" className={clsx(shape, 'object-cover')} />
  return (
    <span
      aria-hidden
      className={clsx(shape, 'flex items-center justify-center bg-hover text-sm font-medium text-muted')}
      style={color ? { backgroundColor: color, color: '#fff' } : undefined}
    >
      {[...name.trim()][0]?.toLocaleUpperCase()}
    </span>
  )
}
