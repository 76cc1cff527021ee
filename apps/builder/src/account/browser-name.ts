const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Yandex Browser', /\bYaBrowser\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Headless)?(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

/** `Firefox, Linux`: what a browser says of itself, in words; as it says it where we know neither. */
export function browserName(agent: string): string {
  const found = [browsers, systems].flatMap((known) => known.find(([, sign]) => sign.test(agent))?.[0] ?? [])
  return found.length ? found.join(', ') : agent.trim().slice(0, 60) || '—'
}
