import type { Point } from '@voronka/flow'
import { create } from 'zustand'

/** What commands need of the canvas while it is on the screen. */
export interface CanvasView {
  /** The middle of what is seen, in canvas units. */
  centre(): Point
  /** Where the pointer is, if it is over the canvas. */
  pointer(): Point | undefined
  /** The upper left corner of what is seen, in canvas units, and the size of the window on it in pixels. */
  corner(): Point
  size(): { readonly width: number; readonly height: number }
  /** Brings a place to the middle. */
  look(at: Point): void
  fit(blocks?: readonly number[]): void
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  focusBlock(number: number): void
}

interface CanvasState {
  readonly view: CanvasView | undefined
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number }
  /** A block waits for the target of an arrow, chosen by its number or name. */
  readonly connecting: number | undefined
  /** The block under the pointer. */
  readonly hovered: number | undefined
}

export const useCanvas = create<CanvasState>()(() => ({
  view: undefined,
  viewport: { x: 0, y: 0, zoom: 1 },
  connecting: undefined,
  hovered: undefined,
}))
