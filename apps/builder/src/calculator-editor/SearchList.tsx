import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface SearchItem {
  readonly key: string
  readonly title: ReactNode
  readonly detail?: string
  readonly group?: string
}

interface SearchListProps<Item extends SearchItem> {
  readonly label: string
  readonly none: string
  readonly find: (asked: string) => readonly Item[]
  readonly onChoose: (item: Item) => void
  /** Shown beside or below the list for the item the keys are on. */
  readonly help?: (item: Item) => ReactNode
}

/** More than this nobody reads: the search narrows it. */
const mostShown = 200

/** A search field over a list; arrows move, Enter chooses, and the focus never leaves the field. */
export function SearchList<Item extends SearchItem>({ label, none, find, onChoose, help }: SearchListProps<Item>) {
  const id = useId()
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const items = find(asked).slice(0, mostShown)
  const current = items[Math.min(at, items.length - 1)]
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter' && current) {
      event.preventDefault()
      onChoose(current)
    } else if (step && items.length) {
      event.preventDefault()
      const next = (Math.min(at, items.length - 1) + step + items.length) % items.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
  }
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={current ? `${id}-${items.indexOf(current)}` : undefined}
        className="h-10 w-full flex-none border-b border-line bg-transparent px-3 text-lg text-text placeholder:text-faint focus-visible:outline-none sm:text-sm"
        placeholder={label}
        value={asked}
        autoComplete="off"
        onChange={({ target }) => {
          setAsked(target.value)
          setAt(0)
        }}
        onKeyDown={move}
      />
      <ul id={id} role="listbox" aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-1">
        {!items.length && <li className="px-2 py-4 text-center text-xs text-faint">{none}</li>}
        {items.map((item, index) => (
          <Option
            key={item.key}
            id={`${id}-${index}`}
            item={item}
            before={items[index - 1]}
            selected={item === current}
            onChoose={() => onChoose(item)}
            onPoint={() => setAt(index)}
          />
        ))}
      </ul>
      {help && current && <div className="max-h-48 flex-none overflow-y-auto border-t border-line p-3 text-sm">{help(current)}</div>}
    </>
  )
}

interface OptionProps {
  readonly id: string
  readonly item: SearchItem
  readonly before: SearchItem | undefined
  readonly selected: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}

function Option({ id, item: { title, detail, group }, before, selected, onChoose, onPoint }: OptionProps) {
  return (
    <>
      {group && group !== before?.group && (
        <li role="presentation" className="px-2 pt-2 pb-0.5 text-2xs font-semibold text-faint">
          {group}
        </li>
      )}
      <li
        id={id}
        role="option"
        aria-selected={selected}
        className={`flex cursor-pointer items-baseline justify-between gap-3 rounded-md px-2 py-1 text-sm ${selected ? 'bg-accent-soft' : ''}`}
        onPointerMove={onPoint}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        <span className="max-w-[60%] flex-none truncate">{title}</span>
        {detail && <span className="min-w-0 truncate text-xs text-faint">{detail}</span>}
      </li>
    </>
  )
}
