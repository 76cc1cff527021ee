import { useState } from 'react'
import type { KeyboardEvent } from 'react'

/**
 * A text that is stored when its field is left or Enter is pressed, not while it is written; Escape takes back what was written. With `lines` Enter begins
 * a new line. `field` is for a `TextInput` or `TextArea`.
 */
export function useKept(value: string, store: (text: string) => void, { lines = false } = {}) {
  const [written, setWritten] = useState<string>()
  const keep = () => {
    if (written !== undefined && written !== value) store(written)
    setWritten(undefined)
  }
  return {
    /** Undefined while nothing is being written. */
    written,
    field: {
      value: written ?? value,
      onChange: setWritten,
      onBlur: keep,
      onKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.shiftKey && !lines) {
          event.preventDefault()
          keep()
        }
        if (event.key !== 'Escape' || written === undefined) return
        event.preventDefault()
        setWritten(undefined)
      },
    },
  }
}
