import { expect, it } from 'vitest'
import { evaluateBooking, evaluateCase, judgeAddress, matchCase, scriptLimits } from './index.ts'

it('one script, condition, booking and address are decided in process, on plain objects', async () => {
  const script = {
    id: 1,
    script: 'y = x * 2\nz = random(1, 1000000)',
    given: { x: 21 },
    now: '2026-03-10T14:05:00+03:00',
    seed: 7,
    read: ['y'],
  }
  const answer = await evaluateCase(script)
  expect(answer).toMatchObject({ id: 1, lookup: { x: 21, y: 42 }, diagnostics: [] })
  expect(await evaluateCase(script)).toEqual(answer)
  expect(await matchCase({ match_type: 'fuzzy', condition: 'hello', message: 'hlelo' })).toBe(true)
  const branches = [{ id: 1, name: 'Salon', address: '' }]
  const booking = { id: 2, now: '2024-02-01 12:00', timezone: 'UTC', setup: { branches, services: [], employees: [], bookings: [] } }
  expect(await evaluateBooking({ ...booking, call: 'get_companies_for_booking()' })).toMatchObject({ id: 2 })
  expect(judgeAddress('::ffff:127.0.0.1')).toEqual({ allowed: false, kind: 'loopback' })
  expect(scriptLimits).toMatchObject({ steps: 100_000 })
})
