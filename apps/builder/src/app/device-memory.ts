/** What a device that is full or keeps nothing did not take; it lasts as long as the page. */
const untilClosed = new Map<string, string>()

/** What this device remembers between two pages. It may be full or forbidden: then this page still knows it, and only the next one does not. */
export function recall(key: string): string | null {
  const here = untilClosed.get(key)
  if (here !== undefined) return here
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Null: to forget it. */
export function remember(key: string, value: string | null): void {
  untilClosed.delete(key)
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    if (value !== null) untilClosed.set(key, value)
  }
}

/** For who has to see everything that lies there; undefined: it is forbidden to this page. */
export function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
