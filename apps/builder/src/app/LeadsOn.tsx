import { useState } from 'react'
import type { ReactNode } from 'react'

/**
 * Around a `Navigate`, in the place of a page that is not for here: it leads on once. Each new element would lead there anew, which is without end while the
 * page that it leads to is still being loaded.
 */
export function LeadsOn({ children }: { children: ReactNode }) {
  const [first] = useState(children)
  return first
}
