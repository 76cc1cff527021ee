import { describe, expect, it } from 'vitest'
import { duration, leftText, longDay, momentOf, money, ownClock } from './format.ts'
import { languageFor, words } from './words.ts'

it('reads a wall clock of a zone, on both sides of a change of the clocks', () => {
  expect(momentOf('2026-03-28', '10:00', 'Europe/Berlin').toISOString()).toBe('2026-03-28T09:00:00.000Z')
  expect(momentOf('2026-03-29', '10:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T08:00:00.000Z')
  expect(momentOf('2026-07-01', '10:00', 'Europe/Moscow').toISOString()).toBe('2026-07-01T07:00:00.000Z')
})

describe("the visitor's own clock", () => {
  it('is told where it shows another hour', () => {
    expect(ownClock('2026-07-01', '10:00', 'Europe/Moscow', 'en', 'Europe/Berlin')).toContain('09:00')
  })

  it('is not told where both agree, whatever the zones are called', () => {
    expect(ownClock('2026-07-01', '10:00', 'Europe/Paris', 'en', 'Europe/Berlin')).toBeUndefined()
  })
})

it('writes days, sums and times as people read them', () => {
  expect(longDay('2026-03-02', 'ru')).toBe('Понедельник, 2 марта')
  expect(money(1500, 'RUB', 'en', words.en)).toBe('₽1,500')
  expect(money(0, 'RUB', 'en', words.en)).toBe('free')
  expect(duration(105, words.en)).toBe('1 h 45 min')
  expect(leftText(61_000)).toBe('1:01')
  expect(leftText(-5)).toBe('0:00')
})

it('speaks the language of the browser, else that of the branch', () => {
  expect(languageFor(['de-DE', 'ru-RU'], 'en')).toBe('ru')
  expect(languageFor(['de-DE'], 'ru')).toBe('ru')
  expect(languageFor(['en-GB'], 'ru')).toBe('en')
})
