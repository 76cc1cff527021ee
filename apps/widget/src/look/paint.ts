import type { OpenChatLook } from '@voronka/api'
import { colorsOf } from './colors.ts'

/** Gives the page the colours of the owner. Where he chose none it has its usual ones. */
export function paint(root: HTMLElement, { color, theme }: Pick<OpenChatLook, 'color' | 'theme'>): void {
  const { brand, onBrand, onLight, onDark } = colorsOf(color)
  root.dataset['theme'] = theme
  for (const [name, value] of [
    ['--brand', brand],
    ['--on-brand', onBrand],
    ['--accent', `light-dark(${onLight}, ${onDark})`],
    ['--own', `light-dark(color-mix(in srgb, ${brand} 15%, #ffffff), color-mix(in srgb, ${brand} 45%, #1d2026))`],
  ] as const)
    root.style.setProperty(name, value)
}
