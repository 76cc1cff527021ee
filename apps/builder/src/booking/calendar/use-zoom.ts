import { useState } from 'react'
import { recall, remember } from '../../app/device-memory.ts'

/** So many minutes a row of the calendar stands for. */
export const zooms = [30, 20, 10] as const
export type Zoom = (typeof zooms)[number]

const key = 'voronka.booking.zoom'

/** The zoom that was chosen last stays on this device. */
export function useZoom(): [Zoom, (zoom: Zoom) => void] {
  const [zoom, setZoom] = useState<Zoom>(() => zooms.find((each) => String(each) === recall(key)) ?? 30)
  const choose = (chosen: Zoom) => {
    remember(key, String(chosen))
    setZoom(chosen)
  }
  return [zoom, choose]
}
