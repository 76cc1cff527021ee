import { describe, expect, it } from 'vitest'
import { processorClock } from './processor-clock.ts'

/** A machine whose two clocks are set by hand. */
function machine() {
  const time = { wall: 0, processor: 0 }
  const clock = processorClock(
    () => time.wall,
    () => time.processor,
  )
  return {
    clock,
    pass: (wall: number, processor: number) => {
      time.wall += wall
      time.processor += processor
    },
  }
}

describe('the time of the processor (reliability-promises, P6.3)', () => {
  it('does not pass while a busy machine lets the process wait', () => {
    const { clock, pass } = machine()
    const began = clock()
    pass(5_000, 3)
    expect(clock() - began).toBe(3)
  })

  it('is that of the wall while the process runs', () => {
    const { clock, pass } = machine()
    const began = clock()
    for (let step = 0; step < 300; step++) {
      pass(1, 1)
      clock()
    }
    expect(clock() - began).toBe(300)
  })

  it('counts slices of it that are too short to look at, but for the last', () => {
    const { clock, pass } = machine()
    const began = clock()
    for (let step = 0; step < 100; step++) {
      pass(4, 1)
      clock()
    }
    expect(clock() - began).toBeLessThanOrEqual(110)
    expect(clock() - began).toBeGreaterThanOrEqual(90)
  })

  it('does not run ahead of the wall when several threads work', () => {
    const { clock, pass } = machine()
    const began = clock()
    pass(100, 180)
    expect(clock() - began).toBe(100)
  })
})
