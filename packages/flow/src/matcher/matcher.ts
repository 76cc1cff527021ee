import { compileExpression, toText, truth, type Evaluated } from '@voronka/calculator'
import type { MatchType } from '../model/flow.ts'
import { compileAlternatives, matchesAny, type Alternatives, type Verdict } from './alternatives.ts'
import { Subject } from './subject.ts'

export interface MatchFields {
  readonly matchType: MatchType
  readonly condition: string
  /** "Strings not to answer" (7.6). */
  readonly ignore?: string
  /** "Variable for comparison" (7.7). */
  readonly compare?: string
}

/** Whether it matches, and if not, which field said no. `gaveUp`: a regular expression would have needed too much work. */
export interface MatchOutcome {
  readonly matches: boolean
  readonly why: 'matches' | 'condition' | 'ignored-text' | 'comparison' | 'comparison-error'
  readonly gaveUp?: boolean
}

/** A condition with its two companions, digested once for any number of messages. */
export interface Matcher {
  /** Undefined: matches every message (7.1 step 1). */
  readonly condition: CompiledCondition | undefined
  readonly ignore: CompiledCondition | undefined
  /** The ignore field holds `#{question}`: whatever the client writes is ignored (7.6). */
  readonly deaf: boolean
  readonly compare: string | undefined
  /** The comparison names a lone variable: the condition is matched against its value (7.7). */
  readonly bare: boolean
  /** Condition `True` or `False` beside an expression: what the expression must give, whatever the message (7.7). */
  readonly wanted: boolean | undefined
  /** Nothing but literals: `matchLiteral` decides. */
  readonly literal: boolean
}

/** A condition or an ignore field. Its alternatives are known beforehand unless it holds `#{...}`. */
export interface CompiledCondition {
  readonly matchType: MatchType
  readonly source: string
  readonly alternatives: Alternatives | undefined
}

export function compileMatcher({ matchType, condition, ignore = '', compare = '' }: MatchFields): Matcher {
  const expression = compare.trim()
  const bare = isBareName(expression)
  const ignored = compileCondition(matchType, ignore)
  const wanted = expression === '' || bare ? undefined : wantedResult(condition)
  const compiled = wanted === undefined ? compileCondition(matchType, condition) : undefined
  return {
    condition: compiled,
    ignore: ignored,
    deaf: ignore.split(';').some((part) => part.trim() === '#{question}'),
    compare: expression === '' ? undefined : expression,
    bare,
    wanted,
    literal: expression === '' && isLiteral(compiled) && isLiteral(ignored),
  }
}

/** Undefined when the text is empty or `#{none}`, which as a condition matches everything and as an ignore field ignores nothing. */
export function compileCondition(matchType: MatchType, text: string): CompiledCondition | undefined {
  const source = text.trim()
  if (source === '' || source.toLowerCase() === '#{none}') return undefined
  return { matchType, source, alternatives: source.includes('#{') ? undefined : compileAlternatives(matchType, source) }
}

/** For a matcher that is `literal`: decides without any tool and without waiting. */
export function matchLiteral({ condition, ignore }: Matcher, subject: Subject): MatchOutcome {
  const found = condition?.alternatives ? matchesAny(condition.alternatives, subject) : 'yes'
  if (found !== 'yes') return refused(found)
  return ignore?.alternatives && matchesAny(ignore.alternatives, subject) === 'yes' ? ignoredText : matched
}

/** What a matcher must learn before it can decide: the text of a field with its variables replaced, or what the comparison gives. */
export type Unknown = 'condition' | 'ignore' | 'compare'

export interface Known {
  condition?: string
  ignore?: string
  compare?: Evaluated
}

/**
 * Does the subject match? Section 7.1: condition, then strings not to answer, then the comparison. Answers with the field that it must know
 * first, so nothing is rendered or computed that does not matter; ask again with it. (Knowing may mean waiting, which is the caller's affair.)
 */
export function decide(matcher: Matcher, subject: Subject, known: Readonly<Known>): MatchOutcome | Unknown {
  if (matcher.literal) return matchLiteral(matcher, subject)
  if (!matcher.bare) {
    const found = verdict(matcher.condition, known.condition, subject)
    if (found === undefined) return 'condition'
    if (found !== 'yes') return refused(found)
  }
  if (matcher.deaf) return ignoredText
  const ignored = matcher.ignore ? verdict(matcher.ignore, known.ignore, subject) : 'no'
  if (ignored === undefined) return 'ignore'
  if (ignored === 'yes') return ignoredText
  if (matcher.compare === undefined) return matched
  return known.compare ? compared(matcher, known, known.compare) : 'compare'
}

/** Section 7.7. A lone variable takes the message's place; the truth of an expression counts beside the message. */
function compared(matcher: Matcher, known: Readonly<Known>, { value, failed }: Evaluated): MatchOutcome | Unknown {
  if (failed) return comparisonFailed
  if (!matcher.bare || !matcher.condition) return truth(value) === (matcher.wanted ?? true) ? matched : comparedOtherwise
  const found = verdict(matcher.condition, known.condition, new Subject(toText(value)))
  if (found === undefined) return 'condition'
  return found === 'yes' ? matched : { ...comparedOtherwise, ...(found === 'gave-up' && { gaveUp: true }) }
}

/** Undefined while the text of a condition with variables is not known. */
function verdict(condition: CompiledCondition | undefined, text: string | undefined, subject: Subject): Verdict | undefined {
  if (!condition) return 'yes'
  if (condition.alternatives) return matchesAny(condition.alternatives, subject)
  return text === undefined ? undefined : matchesAny(compileAlternatives(condition.matchType, text), subject)
}

/** Which functions there are does not matter for a lone name. */
function isBareName(expression: string): boolean {
  return expression !== '' && compileExpression(expression, new Map()).bareName !== undefined
}

function wantedResult(condition: string): boolean | undefined {
  const text = condition.trim()
  return text === 'True' ? true : text === 'False' ? false : undefined
}

function isLiteral(condition: CompiledCondition | undefined): boolean {
  return !condition || condition.alternatives !== undefined
}

function refused(found: Verdict): MatchOutcome {
  return found === 'gave-up' ? gaveUp : otherCondition
}

// Made once: hundreds of elements are examined for one message.
const matched: MatchOutcome = { matches: true, why: 'matches' }
const otherCondition: MatchOutcome = { matches: false, why: 'condition' }
const gaveUp: MatchOutcome = { matches: false, why: 'condition', gaveUp: true }
const ignoredText: MatchOutcome = { matches: false, why: 'ignored-text' }
const comparedOtherwise: MatchOutcome = { matches: false, why: 'comparison' }
const comparisonFailed: MatchOutcome = { matches: false, why: 'comparison-error' }
