import { compilePattern } from '@voronka/calculator'
import type { Arrow, Block } from '../../flow.ts'
import { isConditional, isDynamic } from '../../kinds.ts'
import type { Check } from '../check.ts'

export const invalidPattern: Check = {
  code: 'invalid-pattern',
  severity: 'error',
  says: {
    ru: ({ pattern, reason }) => `Неверное регулярное выражение «${pattern}»: ${reason}.`,
    en: ({ pattern, reason }) => `Invalid regular expression “${pattern}”: ${reason}.`,
  },
  why: {
    ru: 'Оно не подойдёт ни к одному сообщению. Точка с запятой делит условие на части; в самом выражении пишите её как \\x3B.',
    en: 'It fits no message at all. A semicolon divides a condition into parts; inside an expression write it as \\x3B.',
  },
  *block(block) {
    if (!isConditional(block.type)) return
    for (const { field, ...found } of wrongPatterns(block))
      yield { place: { block: block.number, field, ...found.span }, facts: found.facts }
  },
  *arrow(arrow) {
    for (const { field, ...found } of wrongPatterns(arrow)) yield { place: { arrow: arrow.id, field, ...found.span }, facts: found.facts }
  },
}

function wrongPatterns(element: Block | Arrow) {
  if (element.matchType !== 'regex') return []
  return (['condition', 'ignore'] as const).flatMap((field) => {
    let from = 0
    return element[field].split(';').flatMap((part) => {
      const span = { from, to: from + part.length }
      from = span.to + 1
      const pattern = part.trim().replace(/^\(\?i\)/, '')
      if (!pattern || isDynamic(pattern)) return []
      const compiled = compilePattern(pattern, { ignoreCase: true, asciiDigits: true })
      return compiled.ok ? [] : [{ field, span, facts: { pattern, reason: compiled.message } }]
    })
  })
}
