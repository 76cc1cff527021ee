import { createContext, useContext } from 'react'

/** How much of a block is drawn: all of it, its number and title, or a coloured tile. */
export type Detail = 'full' | 'title' | 'tile'

export const detailAt = (zoom: number): Detail => (zoom >= 0.55 ? 'full' : zoom >= 0.22 ? 'title' : 'tile')

/** Changes only when a threshold is crossed, so that zooming renders the blocks at most twice. */
export const DetailContext = createContext<Detail>('full')
export const useDetail = (): Detail => useContext(DetailContext)
