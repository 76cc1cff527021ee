export { Palette } from './Palette.tsx'
export { PaletteFrame } from './PaletteFrame.tsx'
export type { LinesProps, PaletteSource } from './sources.ts'
