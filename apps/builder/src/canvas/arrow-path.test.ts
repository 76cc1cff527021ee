import type { Point } from '@voronka/flow'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrowCurves, middle, nearestCurve, pointOn, svgPath } from './arrow-path.ts'

const source = { x: 0, y: 0 }
const target = { x: 300, y: 400 }
const straight = { source, target, leaves: 'down' } as const
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

describe('the line of an arrow', () => {
  it('goes through its ends and every bend, whatever they are', () => {
    const point = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) })
    fc.assert(
      fc.property(
        point,
        point,
        fc.array(point, { maxLength: 6 }),
        fc.constantFrom('down' as const, 'right' as const),
        (from, to, bends, leaves) => {
          const curves = arrowCurves({ source: from, target: to, leaves }, bends)
          expect(curves.map((curve) => curve.from)).toEqual([from, ...bends])
          expect(curves.map((curve) => curve.to)).toEqual([...bends, to])
          expect(svgPath(curves)).not.toMatch(/NaN|Infinity/)
        },
      ),
    )
  })

  it('leaves the bottom knob downwards, a button to the right, and arrives from above', () => {
    const [down] = arrowCurves(straight)
    expect(down?.a.x).toBe(0)
    expect(down?.a.y).toBeGreaterThan(0)
    expect(down?.b.y).toBeLessThan(target.y)
    const [right] = arrowCurves({ ...straight, leaves: 'right' })
    expect(right?.a.y).toBe(0)
    expect(right?.a.x).toBeGreaterThan(0)
  })

  it('swings aside when it goes back up, and round the block when it is a loop', () => {
    const [back] = arrowCurves({ source: { x: 0, y: 500 }, target: { x: 0, y: 0 }, leaves: 'down' })
    expect(Math.abs(pointOn(back ?? never(), 0.5).x)).toBeGreaterThan(130)
  })

  it('never puts the label on a bend, which it would hide', () => {
    const bends = [{ x: 100, y: 100 }]
    expect(distance(middle(arrowCurves(straight, bends)), bends[0] ?? source)).toBeGreaterThan(30)
  })

  it('makes a new bend between the right ones', () => {
    const curves = arrowCurves(straight, [
      { x: 0, y: 150 },
      { x: 300, y: 250 },
    ])
    expect(nearestCurve(curves, { x: 5, y: 70 })).toBe(0)
    expect(nearestCurve(curves, { x: 150, y: 200 })).toBe(1)
    expect(nearestCurve(curves, { x: 300, y: 350 })).toBe(2)
  })
})

function never(): never {
  throw new Error('There is a curve.')
}
