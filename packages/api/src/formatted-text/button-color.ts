export type ButtonColorName = 'primary' | 'secondary' | 'positive' | 'negative'

/** The four colours that a messenger names (builder-and-runtime, section 14), as they are shown on our screens. */
export const buttonColors: ReadonlyMap<ButtonColorName, string> = new Map([
  ['primary', '#2a6bdb'],
  ['secondary', '#e6e9ef'],
  ['positive', '#2e7d43'],
  ['negative', '#c23b32'],
])

const shown: ReadonlyMap<string, string> = buttonColors

export interface ButtonColor {
  readonly background: string
  readonly text: '#ffffff' | '#000000'
}

/** One of the four names or `#rrggbb` as typed colours, with the text colour that is read best on it; anything else is no colour (P10.3). */
export function buttonColor(color: string | undefined): ButtonColor | undefined {
  const background = shown.get(color ?? '') ?? (/^#[0-9a-f]{6}$/i.test(color ?? '') ? color : undefined)
  return background === undefined ? undefined : { background, text: luminance(background) > 0.179 ? '#000000' : '#ffffff' }
}

/** Relative luminance of WCAG 2: above 0.179 black is read better than white. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
