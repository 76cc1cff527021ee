import { expect, it } from 'vitest'
import { colorsOf, contrast } from './colors.ts'

it.each(['#000000', '#ffffff', '#2a5fd0', '#ffe600', '#0b7a4b', '#ff00ff', '#777777'])(
  'whatever the colour is, it can be read: %s',
  (color) => {
    const { onBrand, onLight, onDark } = colorsOf(color)
    expect(contrast(color, onBrand)).toBeGreaterThanOrEqual(4.4)
    expect(contrast(onLight, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(onDark, '#1d2026')).toBeGreaterThanOrEqual(4.5)
  },
)

it('a colour that can be read stays as it was chosen', () => {
  expect(colorsOf('#0b5a3b').onLight).toBe('#0b5a3b')
})
