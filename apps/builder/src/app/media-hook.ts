import { useSyncExternalStore } from 'react'

/** A hook that says whether this holds of the window, and keeps to it. */
export function mediaHook(condition: string): () => boolean {
  const query = window.matchMedia(condition)
  const follow = (tell: () => void) => {
    query.addEventListener('change', tell)
    return () => query.removeEventListener('change', tell)
  }
  return () => useSyncExternalStore(follow, () => query.matches)
}
