import type { Say } from './trace-story.ts'

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const

/** `2 d 3 h`, `4 min 10 s`: the two largest parts, rounded to the smaller of them; never less than a second. */
export function durationText(ms: number, say: Say): string {
  const whole = Math.max(1000, Math.abs(ms))
  const first = units.findIndex(([, length]) => whole >= length)
  const second = units[Math.min(first + 1, units.length - 1)]?.[1] ?? 1000
  let rest = Math.round(whole / second) * second
  const parts: string[] = []
  for (const [unit, length] of units.slice(first, first + 2)) {
    const n = Math.floor(rest / length)
    rest -= n * length
    if (n) parts.push(say(`duration.${unit}`, { n }))
  }
  return parts.join(' ')
}
