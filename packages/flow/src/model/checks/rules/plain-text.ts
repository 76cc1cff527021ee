import { explain } from '@voronka/calculator'
import type { Arrow, Block } from '../../flow.ts'
import type { Check, Finding } from '../check.ts'
import { diagnosticIn, diagnosticsOf, isPlainText, isUnknownFunction } from '../diagnostics-of.ts'
import type { Digest } from '../digest.ts'

export const plainText: Check = {
  code: 'plain-text',
  severity: 'hint',
  says: { ru: (facts) => explain(diagnosticIn(facts), 'ru').message, en: (facts) => explain(diagnosticIn(facts), 'en').message },
  why: {
    ru: 'Если это и есть текст, всё верно; в кавычках видно, что так задумано.',
    en: 'If it is meant as text, all is well; quotes show that it is.',
  },
  block: findings,
  arrow: findings,
}

function* findings(thing: Block | Arrow, digest: Digest): Iterable<Finding> {
  const mine = diagnosticsOf(thing, digest, (diagnostic) => isPlainText(diagnostic) && !isUnknownFunction(diagnostic))
  for (const { place, facts } of mine) yield { place, facts }
}
