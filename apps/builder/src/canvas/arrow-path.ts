import type { Point } from '@voronka/flow'

/** A piece of an arrow: a cubic curve. */
export interface Curve {
  readonly from: Point
  readonly a: Point
  readonly b: Point
  readonly to: Point
}

interface Ends {
  readonly source: Point
  readonly target: Point
  /** Arrows leave the bottom knob downwards and a button's knob to the right. */
  readonly leaves: 'down' | 'right'
}

/** The curves of an arrow through its bends; one more than there are bends. */
export function arrowCurves({ source, target, leaves }: Ends, bends: readonly Point[] = []): Curve[] {
  if (!bends.length && target.y < source.y + 10) return [bow(source, target, leaves)]
  const points = [source, ...bends, target]
  const start = leaves === 'down' ? { x: 0, y: 1 } : { x: 1, y: 0 }
  return points.slice(1).map((to, index): Curve => {
    const from = points[index] ?? source
    const reach = reachOf(from, to)
    const first = index === 0 ? start : direction(points[index - 1] ?? from, to)
    const last = index === points.length - 2 ? { x: 0, y: 1 } : direction(from, points[index + 2] ?? to)
    return { from, a: ahead(from, first, reach), b: ahead(to, last, -reach), to }
  })
}

/** An arrow that goes back up swings out to a side, so that it does not hide behind the blocks between its ends. */
function bow(source: Point, target: Point, leaves: Ends['leaves']): Curve {
  const aside = leaves === 'right' || target.x >= source.x - 60 ? 1 : -1
  const distance = Math.hypot(target.x - source.x, target.y - source.y)
  const width = aside * (140 + distance * 0.25)
  const drop = Math.min(60 + distance * 0.15, 180)
  const a = leaves === 'right' ? { x: source.x + width, y: source.y } : { x: source.x + width, y: source.y + drop }
  return { from: source, a, b: { x: target.x + width, y: target.y - drop }, to: target }
}

export function svgPath(curves: readonly Curve[]): string {
  const [first] = curves
  if (!first) return ''
  return curves.reduce((path, { a, b, to }) => `${path} C${round(a)} ${round(b)} ${round(to)}`, `M${round(first.from)}`)
}

/** The middle of an arrow, where its label stands unless it was dragged away: never on a bend, which it would hide. */
export function middle(curves: readonly Curve[]): Point {
  const curve = curves[Math.floor((curves.length - 1) / 2)]
  return curve ? pointOn(curve, 0.5) : { x: 0, y: 0 }
}

/** The curve nearest to a point: a bend made there goes before the bend of that index. */
export function nearestCurve(curves: readonly Curve[], { x, y }: Point): number {
  const distances = curves.map((curve) =>
    Math.min(...samples.map((part) => pointOn(curve, part)).map((point) => (point.x - x) ** 2 + (point.y - y) ** 2)),
  )
  return distances.indexOf(Math.min(...distances))
}

const samples = Array.from({ length: 17 }, (_, index) => index / 16)

export function pointOn({ from, a, b, to }: Curve, part: number): Point {
  const rest = 1 - part
  const mix = (p: number, q: number, r: number, s: number) =>
    rest ** 3 * p + 3 * rest ** 2 * part * q + 3 * rest * part ** 2 * r + part ** 3 * s
  return { x: mix(from.x, a.x, b.x, to.x), y: mix(from.y, a.y, b.y, to.y) }
}

/** How far the curve keeps its first direction. */
function reachOf(from: Point, to: Point): number {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  return Math.min(Math.max(distance * 0.35, 20), 160)
}

function direction(before: Point, after: Point): Point {
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
  return { x: (after.x - before.x) / length, y: (after.y - before.y) / length }
}

const ahead = (point: Point, { x, y }: Point, distance: number): Point => ({ x: point.x + x * distance, y: point.y + y * distance })
const round = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
