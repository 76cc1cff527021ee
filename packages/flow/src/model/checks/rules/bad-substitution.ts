import { explain } from '@voronka/calculator'
import type { Arrow, Block } from '../../flow.ts'
import type { Check, Finding } from '../check.ts'
import { diagnosticIn, diagnosticsOf, isUnknownFunction } from '../diagnostics-of.ts'
import type { Digest } from '../digest.ts'

export const badSubstitution: Check = {
  code: 'bad-substitution',
  severity: 'warning',
  says: { ru: (facts) => explain(diagnosticIn(facts), 'ru').message, en: (facts) => explain(diagnosticIn(facts), 'en').message },
  why: {
    ru: 'Клиент увидит это как написано, со знаком #{ и скобкой.',
    en: 'The client sees it as it is written, with #{ and the brace.',
  },
  block: findings,
  arrow: findings,
}

function* findings(thing: Block | Arrow, digest: Digest): Iterable<Finding> {
  const mine = diagnosticsOf(thing, digest, (diagnostic) => diagnostic.code === 'invalid-substitution' && !isUnknownFunction(diagnostic))
  for (const { place, facts } of mine) yield { place, facts }
}
