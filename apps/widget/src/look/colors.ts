/** The colours that follow from the one that the owner chose: whatever it is, what stands on it and what is written in it can be read. */
export interface Colors {
  readonly brand: string
  /** Of what stands on it. */
  readonly onBrand: string
  /** Close to it, for links and buttons on a light and on a dark ground. */
  readonly onLight: string
  readonly onDark: string
}

/** Contrast of a text with its ground that people can read (WCAG 2.2, 1.4.3). */
const readable = 4.5
const darkGround = '#1d2026'

export function colorsOf(brand: string): Colors {
  const onBrand = contrast(brand, '#ffffff') >= contrast(brand, '#10131a') ? '#ffffff' : '#10131a'
  return { brand, onBrand, onLight: towards(brand, '#ffffff', 0), onDark: towards(brand, darkGround, 255) }
}

/** Mixed with black (0) or white (255) until it can be read on the ground. */
function towards(color: string, ground: string, end: number): string {
  const from = channels(color)
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = from.map((channel) => Math.round(channel + (end - channel) * part))
    const made = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
    if (contrast(made, ground) >= readable) return made
  }
  return end === 0 ? '#000000' : '#ffffff'
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
