import { expect, it } from 'vitest'
import type { Answer, Hold, Slot } from './api.ts'
import { heldTime } from './held-time.ts'

const slot = { services: [1], date: '2026-03-02', time: '10:00', employee: null }

function wire(answers: readonly (Hold | undefined)[]) {
  const asked: (string | null)[] = []
  const released: string[] = []
  const left = [...answers]
  return {
    asked,
    released,
    async hold(_slot: Slot, replaces: string | null): Promise<Answer<Hold>> {
      asked.push(replaces)
      const value = left.shift()
      return value ? { ok: true, value } : { ok: false, code: 'slot-taken', times: ['11:00'] }
    },
    release: (hold: string) => void released.push(hold),
  }
}

it('hands in the former hold when another time is taken, and keeps it where that is refused', async () => {
  const api = wire([{ hold: 'a', until: '2026-03-01T10:00:00Z', employee: 'Anna' }, undefined])
  const held = heldTime(api)
  expect(await held.take(slot)).toEqual({ ok: true, value: { employee: 'Anna' } })
  expect(await held.take(slot)).toEqual({ ok: false, code: 'slot-taken', times: ['11:00'] })
  expect(api.asked).toEqual([null, 'a'])
  expect(held.current()).toBe('a')
  held.release()
  expect(api.released).toEqual(['a'])
  expect(held.until()).toBeUndefined()
})

it('gives nothing back where nothing is held, or what was booked', async () => {
  const api = wire([
    { hold: null, until: null, employee: 'Anna' },
    { hold: 'b', until: '2026-03-01T10:00:00Z', employee: 'Anna' },
  ])
  const held = heldTime(api)
  await held.take(slot)
  held.release()
  await held.take(slot)
  held.forget()
  held.release()
  expect(api.released).toEqual([])
})
