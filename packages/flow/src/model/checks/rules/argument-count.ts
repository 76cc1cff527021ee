import { explain } from '@voronka/calculator'
import type { Arrow, Block } from '../../flow.ts'
import type { Check, Finding } from '../check.ts'
import { diagnosticIn, diagnosticsOf, isArgumentCount } from '../diagnostics-of.ts'
import type { Digest } from '../digest.ts'

export const argumentCount: Check = {
  code: 'argument-count',
  severity: 'error',
  says: { ru: (facts) => explain(diagnosticIn(facts), 'ru').message, en: (facts) => explain(diagnosticIn(facts), 'en').message },
  why: {
    ru: 'Если аргументов мало, у функции нет ответа и переменная очищается; лишние аргументы не действуют.',
    en: 'With too few arguments a function has no answer and the variable is emptied; surplus arguments do nothing.',
  },
  block: findings,
  arrow: findings,
}

function* findings(thing: Block | Arrow, digest: Digest): Iterable<Finding> {
  for (const { place, facts, diagnostic } of diagnosticsOf(thing, digest, isArgumentCount)) {
    yield { place, facts, severity: diagnostic.code === 'too-few-arguments' ? 'error' : 'warning' }
  }
}
