import { describe, expect, it } from 'vitest'
import { diagnosticCodes, explain } from '../index.ts'

const words =
  'name operator value limit function required given most parameter expected pattern bracket found number suggestion line path url'
const facts = { ...Object.fromEntries(words.split(' ').map((fact) => [fact, 'x'])), reason: 'unclosed' }

describe('explanations', () => {
  it.each(diagnosticCodes)('%s is said in Russian and in English', (code) => {
    for (const language of ['ru', 'en'] as const) {
      const { message, hint = '.' } = explain({ code, facts }, language)
      expect(message).toMatch(/[.?]$/)
      expect(hint).not.toMatch(/undefined/)
      expect(message).not.toMatch(/undefined|(?<!#)\{\}/)
      if (language === 'ru') expect(message).toMatch(/[а-я]/)
      else expect(message).not.toMatch(/[а-я]/)
    }
  })

  it('name the variable that has no value', () => {
    expect(explain({ code: 'no-value', facts: { operator: '*', name: 'цена' } }, 'ru').message).toBe('У «цена» нет значения для «*».')
  })

  it('let a code through that nobody has words for', () => {
    expect(explain({ code: 'something-new', facts: {} }, 'en')).toEqual({ message: 'something-new' })
  })
})
