import { useState } from 'react'
import { recall, remember } from '../app/device-memory.ts'
import { useProject } from '../app/project-context.tsx'
import { useWide } from '../app/use-wide.ts'

type Tab = 'order' | 'dialogue'

export interface OrderDialogue {
  /** There is room for it beside the order. */
  readonly wide: boolean
  readonly beside: boolean
  toggle(): void
  /** Which of the two is shown where there is room for one; undefined: the order alone. */
  readonly tab: Tab | undefined
  choose(tab: Tab): void
}

const key = 'voronka.orders.dialogue'

/** Where the dialogue of an open order is: beside it on a wide screen, unless it was closed there, and behind a tab on another. Not for who sees no clients. */
export function useOrderDialogue(): OrderDialogue {
  const { rights } = useProject()
  const room = useWide()
  const sees = rights.may('clients')
  const [open, setOpen] = useState(() => recall(key) !== 'no')
  const [tab, setTab] = useState<Tab>('order')
  const wide = sees && room
  return {
    wide,
    beside: wide && open,
    toggle() {
      remember(key, open ? 'no' : 'yes')
      setOpen(!open)
    },
    tab: sees && !room ? tab : undefined,
    choose: setTab,
  }
}
