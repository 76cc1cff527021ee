import { useState } from 'react'
import type { KeyboardEvent } from 'react'

/**
 * A text that is stored when its field is left or Enter is pressed, not while it is written; Escape takes back what was written. With `lines` Enter begins
 * a new line. `field` is for a `TextInput` or `TextArea`. `store` is also told what stood there when the writing began: meanwhile somebody else may have
 * changed it.
 */
export function useKept(value: string, store: (text: string, from: string) => void, { lines = false } = {}) {
  const [writing, setWriting] = useState<{ readonly text: string; readonly from: string }>()
  const keep = () => {
    if (writing && writing.text !== writing.from) store(writing.text, writing.from)
    setWriting(undefined)
  }
  return {
    /** Undefined while nothing is being written. */
    written: writing?.text,
    field: {
      value: writing?.text ?? value,
      onChange: (text: string) => setWriting((former) => ({ text, from: former?.from ?? value })),
      onBlur: keep,
      onKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.shiftKey && !lines) {
          event.preventDefault()
          keep()
        }
        if (event.key !== 'Escape' || !writing) return
        event.preventDefault()
        setWriting(undefined)
      },
    },
  }
}
