import { compilePattern } from '@voronka/calculator'
import { compileMatcher, matchLiteral, Subject, type MatchFields } from '@voronka/flow/matcher'

/** What "try a phrase" answers: the same matcher as in the real chat, without a client whose variables could be asked. */
export type PhraseVerdict = 'yes' | 'condition' | 'ignored-text' | 'variables' | 'gaveUp'

export function tryPhrase(fields: MatchFields, phrase: string): PhraseVerdict {
  const matcher = compileMatcher(fields)
  if (!matcher.literal || matcher.deaf) return matcher.deaf && matcher.literal ? 'ignored-text' : 'variables'
  const { matches, why, gaveUp } = matchLiteral(matcher, new Subject(phrase))
  if (matches) return 'yes'
  if (gaveUp) return 'gaveUp'
  return why === 'ignored-text' ? 'ignored-text' : 'condition'
}

/** The first alternative of a regular-expression field that is no valid pattern: it can never match (builder-and-runtime, 7.3). */
export function brokenPattern({ matchType, condition }: Pick<MatchFields, 'matchType' | 'condition'>): string | undefined {
  if (matchType !== 'regex' || condition.includes('#{')) return undefined
  return condition
    .split(';')
    .map((part) => part.trim())
    .find((part) => part !== '' && !compilePattern(part.replace(/^\(\?i\)/, ''), { ignoreCase: true, asciiDigits: true }).ok)
}
