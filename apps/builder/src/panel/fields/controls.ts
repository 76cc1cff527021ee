/** The looks of the small controls of panel and test chat. On a telephone fields have 16 px: below, it zooms into them. */
export const control =
  'h-8 w-full min-w-0 rounded-md border border-line bg-field px-2 text-lg text-text placeholder:text-faint hover:border-strong focus-visible:border-accent disabled:opacity-50 sm:text-sm aria-invalid:border-danger'

export const iconButton =
  'flex size-8 flex-none items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-40 aria-expanded:bg-hover'

export const smallIconButton = iconButton.replace('size-8', 'size-6')

export const addButton =
  'flex min-h-8 items-center justify-center gap-1.5 rounded-md border border-line px-2.5 text-sm text-muted hover:border-strong hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-40'

export const quietButton = 'flex min-h-6 items-center gap-1 rounded-sm px-1 text-xs text-faint hover:bg-hover hover:text-text'

export const chip =
  'flex h-7 items-center justify-center rounded-md border border-line px-2 text-xs whitespace-nowrap hover:border-strong hover:bg-hover disabled:pointer-events-none disabled:opacity-40'

export const textLink = 'text-xs font-medium underline underline-offset-2 hover:no-underline'
