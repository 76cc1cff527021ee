import { useEffect, useRef, type RefObject } from 'react'

/** An order that is opened has the focus; when it is closed, its card or its line has it again. */
export function useFocusWhileOpen(order: number): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    return () => {
      // Somebody who went elsewhere meanwhile stays there.
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>(`[data-card="${order}"], [data-order="${order}"]`)?.focus()
    }
  }, [order])
  return panel
}
