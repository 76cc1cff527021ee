import type { Diagnostic } from '@voronka/calculator'
import type { Arrow, Block } from '../flow.ts'
import type { Facts, Finding } from './check.ts'
import type { FieldText } from '../texts.ts'
import type { Digest } from './digest.ts'
import { placeOf } from './place-of.ts'

/** What the calculator says of the texts of a block or arrow, as findings of one check. The sentence is the calculator's own: `explain`. */
export function* diagnosticsOf(
  thing: Block | Arrow,
  { faulty }: Digest,
  belongs: (diagnostic: Diagnostic, text: FieldText) => boolean,
): Iterable<Finding & { diagnostic: Diagnostic }> {
  for (const text of faulty) {
    for (const diagnostic of text.diagnostics) {
      if (!belongs(diagnostic, text)) continue
      const { code, from, to, facts } = diagnostic
      yield { place: { ...placeOf(thing, text), from, to }, facts: { ...facts, diagnostic: code }, diagnostic }
    }
  }
}

/** The diagnostic that a finding came from, for `explain`. */
export const diagnosticIn = ({ diagnostic = '', ...facts }: Facts): Pick<Diagnostic, 'code' | 'facts'> => ({ code: diagnostic, facts })

/** Unknown functions have a check of their own. */
export const isUnknownFunction = ({ code, facts }: Diagnostic): boolean =>
  code === 'unknown-function' || facts['reason'] === 'unknown-function'

export const isArgumentCount = ({ code }: Diagnostic): boolean => code === 'too-few-arguments' || code === 'too-many-arguments'

/** `date = 10.10.2021`, `interest = Detached house`: text without quotes, which is how many people write (calculator-language, 5.1). */
export const isPlainText = ({ code, facts }: Diagnostic): boolean =>
  code === 'bare-text' && (facts['reason'] === 'unexpected' || facts['reason'] === 'number-touches')
