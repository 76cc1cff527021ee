/** The look of one-line controls of the panel. On a telephone 16 px, below which it zooms into the field. */
export const control =
  'h-8 w-full min-w-0 rounded-md border border-line bg-field px-2 text-base text-text placeholder:text-faint hover:border-strong focus-visible:border-accent disabled:opacity-50 sm:text-[13px] aria-invalid:border-danger'
