import { useSyncExternalStore } from 'react'
import { recall, remember } from './device-memory.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'voronka.theme'
const listeners = new Set<() => void>()

/** What this person chose here; the system's theme until he does. */
export const theme = (): Theme => themes.find((known) => known === recall(key)) ?? 'system'

/** Shows the theme at once and remembers it on this device. */
export function setTheme(chosen: Theme): void {
  remember(key, chosen)
  showTheme()
  for (const tell of listeners) tell()
}

/** Sets `data-theme`, which theme.css reads. Called before the first paint. */
export function showTheme(): void {
  const chosen = theme()
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}

export const useTheme = (): Theme =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, theme)

/** The theme as it looks now, for libraries that want to know. */
export function useDarkness(): boolean {
  const chosen = useTheme()
  const system = useSyncExternalStore(
    (tell) => {
      darkSystem.addEventListener('change', tell)
      return () => darkSystem.removeEventListener('change', tell)
    },
    () => darkSystem.matches,
  )
  return chosen === 'system' ? system : chosen === 'dark'
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
