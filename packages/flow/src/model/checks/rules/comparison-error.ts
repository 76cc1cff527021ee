import { explain } from '@voronka/calculator'
import type { Arrow, Block } from '../../flow.ts'
import type { Check, Finding } from '../check.ts'
import { diagnosticIn, diagnosticsOf, isUnknownFunction } from '../diagnostics-of.ts'
import type { Digest } from '../digest.ts'

export const comparisonError: Check = {
  code: 'comparison-error',
  severity: 'error',
  says: { ru: (facts) => explain(diagnosticIn(facts), 'ru').message, en: (facts) => explain(diagnosticIn(facts), 'en').message },
  why: {
    ru: 'Сравнение с ошибкой никогда не выполняется. Несколько проверок соединяют словами and и or; «равно» пишется ==.',
    en: 'A comparison with a mistake is never true. Several checks are joined by and / or; “equals” is written ==.',
  },
  block: findings,
  arrow: findings,
}

function* findings(thing: Block | Arrow, digest: Digest): Iterable<Finding> {
  const mine = diagnosticsOf(
    thing,
    digest,
    (diagnostic, { kind }) => kind === 'expression' && diagnostic.severity === 'error' && !isUnknownFunction(diagnostic),
  )
  for (const { place, facts } of mine) yield { place, facts }
}
