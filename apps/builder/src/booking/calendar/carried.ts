/** A plate on its way: dragged by mouse or finger, or picked up with the keyboard. A store of its own, so that a move renders the ghost and nothing else. */
import { createContext, useContext } from 'react'
import { createStore, useStore } from 'zustand'
import type { StoreApi } from 'zustand'
import type { CalendarColumn, Spot } from './columns.ts'
import type { Plate } from './plates.ts'

export type CarryMode = 'move' | 'start' | 'end'

export interface Carried extends Spot {
  readonly plate: Plate
  readonly mode: CarryMode
  readonly by: 'pointer' | 'keys'
  /** Index of the column where it was, and where it is now. */
  readonly from: number
  readonly column: number
}

interface CarriedState {
  readonly carried: Carried | undefined
}
export type CarriedStore = StoreApi<CarriedState>

export const newCarriedStore = (): CarriedStore => createStore<CarriedState>()(() => ({ carried: undefined }))

/** Moves what is carried; the same place again tells nobody. */
export function carryTo(store: CarriedStore, to: Partial<Pick<Carried, 'start' | 'duration' | 'column'>>): void {
  const { carried } = store.getState()
  if (!carried) return
  const next = { ...carried, ...to }
  if (next.start !== carried.start || next.duration !== carried.duration || next.column !== carried.column)
    store.setState({ carried: next })
}

export const isElsewhere = ({ plate, start, duration, column, from }: Carried): boolean =>
  start !== plate.start || duration !== plate.duration || column !== from

const CarriedContext = createContext<CarriedStore | undefined>(undefined)
export const CarriedProvider = CarriedContext.Provider

export function useCarriedStore(): CarriedStore {
  const store = useContext(CarriedContext)
  if (!store) throw new Error('This belongs below the grid of the calendar.')
  return store
}

export const useCarried = (): Carried | undefined => useStore(useCarriedStore(), ({ carried }) => carried)

/** Whether this plate is the one that is carried: the others do not render when it moves. */
export const useIsCarried = (key: string): boolean => useStore(useCarriedStore(), ({ carried }) => carried?.plate.key === key)

/** What the grid looks like, for whoever turns points into times. */
export interface GridShape {
  readonly columns: readonly CalendarColumn[]
  /** Minute of the day at its upper edge. */
  readonly firstMinute: number
  readonly pixelsPerMinute: number
  readonly step: number
}
