import clsx from 'clsx'

/** The shape of something that is on its way. Give it the size of what comes, so that nothing jumps. */
export const Skeleton = ({ className }: { readonly className?: string }) => (
  <div aria-hidden className={clsx('animate-pulse rounded-md bg-hover', className)} />
)
