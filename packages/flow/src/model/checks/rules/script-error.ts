import { explain } from '@voronka/calculator'
import type { Arrow, Block } from '../../flow.ts'
import type { Check, Finding } from '../check.ts'
import { diagnosticIn, diagnosticsOf, isArgumentCount, isPlainText, isUnknownFunction } from '../diagnostics-of.ts'
import type { Digest } from '../digest.ts'

export const scriptError: Check = {
  code: 'script-error',
  severity: 'error',
  says: { ru: (facts) => explain(diagnosticIn(facts), 'ru').message, en: (facts) => explain(diagnosticIn(facts), 'en').message },
  why: {
    ru: 'Эта строка не сделает того, что задумано; остальные строки выполнятся.',
    en: 'This line does not do what is meant; the other lines run.',
  },
  block: findings,
  arrow: findings,
}

function* findings(thing: Block | Arrow, digest: Digest): Iterable<Finding> {
  const mine = diagnosticsOf(
    thing,
    digest,
    (diagnostic, { kind }) =>
      !isUnknownFunction(diagnostic) &&
      !isArgumentCount(diagnostic) &&
      !isPlainText(diagnostic) &&
      diagnostic.code !== 'invalid-substitution' &&
      (kind !== 'expression' || diagnostic.severity !== 'error'),
  )
  for (const { place, facts, diagnostic } of mine) yield { place, facts, severity: diagnostic.severity }
}
