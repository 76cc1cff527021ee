/** Keys as they are printed: `Ctrl+Shift+Z`; on a Mac with its own signs. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className="rounded-sm border border-line bg-sunken px-1 font-sans text-2xs whitespace-nowrap text-muted">{printed(keys)}</kbd>
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const printed = (keys: string): string =>
  isMac ? keys.replaceAll('Ctrl', '⌘').replaceAll('Shift', '⇧').replaceAll('Alt', '⌥').replaceAll('+', '') : keys
