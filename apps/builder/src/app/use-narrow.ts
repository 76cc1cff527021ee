import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 639px)')

/** A telephone's width, where the canvas opens as a list. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      query.addEventListener('change', tell)
      return () => query.removeEventListener('change', tell)
    },
    () => query.matches,
  )
