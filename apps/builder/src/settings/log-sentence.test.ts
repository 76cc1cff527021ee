import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { logCodes, logSentence } from './log-sentence.ts'

const i18n = createInstance({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } })
await i18n.init()
const en = i18n.getFixedT('en', 'settings')
const ru = i18n.getFixedT('ru', 'settings')

it.each(logCodes)('has words for %s in both languages', (code) => {
  for (const [language, t] of [
    ['en', en],
    ['ru', ru],
  ] as const) {
    const { message } = logSentence({ code, facts: { value: '7', error: 'x' } }, language, t)
    expect(message).not.toContain('log.codes')
    expect(message).not.toContain('{{')
  }
})

it('tells what was wrong with a value', () => {
  expect(logSentence({ code: 'bad-time', facts: { value: '25:00' } }, 'en', en).message).toContain('25:00')
})

it('says findings of scripts as the editor does, with their line', () => {
  const facts = { function: 'round', parameter: 'digits', value: 'x', line: '3' }
  const { message, hint } = logSentence({ code: 'wrong-argument', facts }, 'ru', ru)
  expect(message).toMatch(/^Строка 3: «round»/)
  expect(hint).toBeTruthy()
})

it('shows a code of a newer program as it is', () => {
  expect(logSentence({ code: 'moon-phase', facts: { moon: 'full' } }, 'en', en).message).toBe('moon-phase · full')
})
