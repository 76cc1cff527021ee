import clsx from 'clsx'
import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'

/** So long after the last key the search begins. */
const pauseMs = 250

interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly className?: string
  onSearch(text: string): void
}

/** Searches while it is written; Escape empties it. */
export function SearchField({ label, placeholder, value, className, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    // Emptied from elsewhere: a saved filter was chosen, or all conditions were taken away.
    setKnown(value)
    setText(value)
  }
  const search = useEffectEvent(onSearch)
  useEffect(() => {
    if (text.trim() === value) return undefined
    const timer = setTimeout(() => search(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <label className={clsx('relative flex-1', className)}>
      <span className="sr-only">{label}</span>
      <Search size={14} aria-hidden className="pointer-events-none absolute top-2.25 left-2 text-faint" />
      <input
        type="search"
        value={text}
        placeholder={placeholder}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('')
        }}
        className="h-8 w-full rounded-md border border-line bg-field pr-2 pl-7 text-lg text-ellipsis hover:border-strong focus-visible:border-accent sm:text-sm"
      />
    </label>
  )
}
