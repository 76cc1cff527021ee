import { compilePattern, LimitError, type CompiledPattern } from '@voronka/calculator'
import type { MatchType } from '../model/flow.ts'
import { fuzzyText } from './fuzzy.ts'
import { occur, readKeywords } from './keywords.ts'
import { strictForm } from './normal-forms.ts'
import { attachmentMessage, type Subject } from './subject.ts'

/** `gave-up`: a regular expression would have needed too much work, which counts as no match and is logged (section 7.3). */
export type Verdict = 'yes' | 'no' | 'gave-up'

/** The alternatives of one condition, digested. */
export type Alternatives = readonly ((subject: Subject) => Verdict)[]

/** Splits a condition, its variables already replaced, at `;` and digests what is left (builder-and-runtime, 7.1 steps 3-4). */
export function compileAlternatives(matchType: MatchType, text: string): Alternatives {
  const parts = text.split(';').map((part) => part.trim())
  return parts.filter((part) => part !== '').map((part) => orAttachment(part, digests[matchType](part)))
}

/** Any alternative is enough; without any there is no match (7.1 step 4). */
export function matchesAny(alternatives: Alternatives, subject: Subject): Verdict {
  let verdict: Verdict = 'no'
  for (const alternative of alternatives) {
    const found = alternative(subject)
    if (found === 'yes') return found
    if (found === 'gave-up') verdict = found
  }
  return verdict
}

type Alternative = Alternatives[number]

const digests: Readonly<Record<MatchType, (text: string) => Alternative>> = {
  fuzzy,
  keywords,
  exact,
  regex,
  // Comparison by meaning needs an AI provider; without one it is fuzzy (7.3).
  semantic: fuzzy,
}

function fuzzy(text: string): Alternative {
  const digested = fuzzyText(text)
  return (subject) => (subject.fuzzy.resembles(digested) ? 'yes' : 'no')
}

function keywords(text: string): Alternative {
  const digested = readKeywords(text)
  return (subject) => (digested.some((each) => occur(each, subject.loose)) ? 'yes' : 'no')
}

function exact(text: string): Alternative {
  const digested = strictForm(text)
  return (subject) => (subject.strict === digested ? 'yes' : 'no')
}

/** The pattern is compiled when first needed. The bound of work is about 50 ms at worst; an invalid pattern never matches. */
function regex(text: string): Alternative {
  const source = text.replace(/^\(\?i\)/, '')
  let compiled: CompiledPattern | undefined
  return (subject) => {
    compiled ??= compilePattern(source, { ignoreCase: true, asciiDigits: true, work: mostWork })
    if (!compiled.ok) return 'no'
    try {
      return compiled.pattern.test(subject.searched) ? 'yes' : 'no'
    } catch (error) {
      if (error instanceof LimitError) return 'gave-up'
      throw error
    }
  }
}

const mostWork = 4_000_000

function orAttachment(text: string, matches: Alternative): Alternative {
  return text === attachmentMessage ? (subject) => (subject.hasAttachment ? 'yes' : matches(subject)) : matches
}
