import { expect, it } from 'vitest'
import { languages, preferredLanguage } from './preferred-language.ts'

it('takes the language that was chosen, else the first of the browser that it speaks, else English', () => {
  expect(preferredLanguage('en', ['ru-RU'])).toBe('en')
  expect(preferredLanguage(null, ['de-DE', 'ru-RU', 'en-US'])).toBe('ru')
  expect(preferredLanguage(null, ['de-DE'])).toBe('en')
  expect(preferredLanguage('klingon', ['EN-gb'])).toBe('en')
})

it('knows one where there is no browser, too', () => {
  expect(languages).toContain(preferredLanguage(null))
})
