import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { systemClock, VirtualClock } from './clocks.ts'

const nothing = async () => undefined

it('the virtual clock calls in order, each at its own moment, whatever the order of asking', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }),
      fc.integer({ min: 0, max: 60 }),
      async (moments, until) => {
        const clock = new VirtualClock(0)
        const calls: number[] = []
        for (const moment of moments) {
          clock.at(moment, () => {
            expect(clock.now()).toBe(moment)
            calls.push(moment)
          })
        }
        await clock.advanceTo(until, nothing)
        expect(calls).toEqual(moments.filter((moment) => moment <= until).sort((a, b) => a - b))
        expect(clock.now()).toBe(until)
      },
    ),
  )
})

it('the virtual clock calls what was asked for on the way, and not what was called off', async () => {
  const clock = new VirtualClock(0)
  const calls: string[] = []
  const off = clock.at(6, () => calls.push('called off'))
  clock.at(5, () => {
    calls.push('first')
    off()
    clock.at(7, () => calls.push('second'))
  })
  await clock.advanceTo(10, nothing)
  expect(calls).toEqual(['first', 'second'])
})

it('the system clock waits longer than the timers of the platform can', async () => {
  vi.useFakeTimers()
  try {
    let called = 0
    const days = 86_400_000
    systemClock.at(Date.now() + 30 * days, () => called++)
    await vi.advanceTimersByTimeAsync(29 * days)
    expect(called).toBe(0)
    await vi.advanceTimersByTimeAsync(days)
    expect(called).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})

it('the system clock calls soon after the clock of the machine was put forward', async () => {
  vi.useFakeTimers()
  try {
    let called = 0
    systemClock.at(Date.now() + 1_000_000_000, () => called++)
    vi.setSystemTime(Date.now() + 1_000_000_000)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(called).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})
