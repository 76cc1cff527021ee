import { createContext, useContext, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

type Place = 'left' | 'right'
type Slots = Readonly<Record<Place, HTMLElement | null>>

interface Bar {
  readonly slots: Slots
  hang(place: Place, element: HTMLElement | null): void
}

const BarContext = createContext<Bar>({ slots: { left: null, right: null }, hang: () => {} })

/** Lets screens put parts of their own into the bar at the top, which stays as it is while they come and go. */
export function TopBarParts({ children }: { children: ReactNode }) {
  const [slots, setSlots] = useState<Slots>({ left: null, right: null })
  const [hang] = useState(
    () => (place: Place, element: HTMLElement | null) =>
      setSlots((former) => (former[place] === element ? former : { ...former, [place]: element })),
  )
  return <BarContext value={{ slots, hang }}>{children}</BarContext>
}

/** Where the parts of the open screen stand: `left` beside the name of the project, `right` before the person. */
export function TopBarSlot({ place }: { place: Place }) {
  const { hang } = useContext(BarContext)
  const [ref] = useState(() => (element: HTMLElement | null) => hang(place, element))
  return <div ref={ref} className="flex min-w-0 shrink-0 items-center gap-1 empty:hidden sm:gap-2" />
}

/** Shown in the bar for as long as the screen that renders it is open. */
export function TopBarPart({ place, children }: { place: Place; children: ReactNode }) {
  const { slots } = useContext(BarContext)
  const slot = slots[place]
  return slot && createPortal(children, slot)
}
