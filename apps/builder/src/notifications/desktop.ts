import { create } from 'zustand'
import { recall, remember } from '../app/device-memory.ts'

const key = 'voronka.notifications.desktop'

/** `unable`: this browser has none; `denied`: the person forbade it to this site. */
export type DesktopState = 'unable' | 'denied' | 'off' | 'on'

function stateNow(): DesktopState {
  // A page without https has no such thing.
  if (typeof Notification === 'undefined') return 'unable'
  if (Notification.permission === 'denied') return 'denied'
  return Notification.permission === 'granted' && recall(key) === 'on' ? 'on' : 'off'
}

/** Whether this device shows notifications outside the page, too. Nobody is asked by himself: only `switchDesktop` does. */
export const useDesktop = create<{ readonly state: DesktopState }>()(() => ({ state: stateNow() }))

export async function switchDesktop(on: boolean): Promise<void> {
  if (on) {
    remember(key, 'on')
    await Notification.requestPermission()
  } else remember(key, null)
  useDesktop.setState({ state: stateNow() })
}

/** Shown only while nobody looks at this page, and once, however many pages are open. */
export function showOnDesktop({ id, title, text, onClick }: { id: string; title: string; text: string; onClick(): void }): void {
  if (stateNow() !== 'on' || document.visibilityState === 'visible') return
  try {
    const shown = new Notification(title, { body: text, tag: id })
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
      onClick()
    })
  } catch {
    // Telephones allow it to service workers only; the bell has it anyway.
  }
}
