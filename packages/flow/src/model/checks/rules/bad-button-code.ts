import { isDynamic } from '../../kinds.ts'
import type { Check } from '../check.ts'

export const badButtonCode: Check = {
  code: 'bad-button-code',
  severity: 'error',
  says: {
    ru: () => 'Код кнопок — не список JSON.',
    en: () => 'The button code is no JSON list.',
  },
  why: {
    ru: 'С таким кодом кнопок не будет совсем. Нужен список вида [{"type": "reply", "text": "Да", "line": 0, "index_in_line": 0}].',
    en: 'With this code there are no buttons at all. It must be a list like [{"type": "reply", "text": "Yes", "line": 0, "index_in_line": 0}].',
  },
  *block({ number, buttonCode }) {
    const code = buttonCode.trim()
    if (code && !isDynamic(code) && !Array.isArray(parsed(code))) yield { place: { block: number, field: 'buttonCode' } }
  },
}

function parsed(code: string): unknown {
  try {
    return JSON.parse(code)
  } catch {
    return undefined
  }
}
