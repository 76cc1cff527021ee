import { RE2JS, RE2JSException } from 're2js'
import { LimitError } from '../errors.ts'
import { checkSize, limits } from '../limits.ts'
import { gapMarks, textWithGaps, type GappedText } from './gaps.ts'
import { PatternSyntaxError, translatePattern } from './translate-pattern.ts'

export interface PatternMatch {
  /** UTF-16 indices into the text: where the match begins and where it ends. */
  readonly index: number
  readonly end: number
  /** The whole match first, then the groups; undefined for a group that took no part. */
  readonly groups: readonly (string | undefined)[]
}

/** A compiled regular expression. Every method throws `limit-pattern` when pattern and text together are too much work. */
export interface Pattern {
  readonly groupCount: number
  test(text: string): boolean
  /** The first match that begins at `from` (a UTF-16 index, 0 by default) or later. */
  exec(text: string, from?: number): PatternMatch | undefined
  /**
   * All matches, none overlapping another. One search is linear, but each may look ahead to the end of the text (`a.*b|a` does): `afterEach` is
   * called after every match, and can stop the work by throwing.
   */
  all(text: string, afterEach?: () => void): PatternMatch[]
}

export interface PatternOptions {
  readonly ignoreCase?: boolean
  /** `\d` is 0-9 alone, as conditions have it (builder-and-runtime, 7.3); otherwise digits of any script. */
  readonly asciiDigits?: boolean
  /** Bound of instructions times characters; 4,000,000 are about 50 ms at worst. */
  readonly work?: number
}

export type CompiledPattern = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly message: string }

/**
 * Compiles common Perl/Python syntax for an engine whose time is linear in the text (section 10; reliability-promises, P6.4).
 * `\w`, `\W`, `\b`, `\B`, `\s` know every alphabet. Look-around, back-references, possessive quantifiers, atomic groups and the verbose
 * flag `(?x)` are refused; `message` then says in English what is wrong. `$` is the end of the text only, also before a last line feed.
 */
export function compilePattern(source: string, options: PatternOptions = {}): CompiledPattern {
  const key = `${options.ignoreCase ? 'i' : ''}${options.asciiDigits ? 'd' : ''}${options.work ?? ''}/${source}`
  const known = cache.get(key)
  const compiled = known ?? compile(source, options)
  cache.delete(key)
  cache.set(key, compiled)
  if (cache.size > mostCached) cache.delete(cache.keys().next().value ?? '')
  return compiled
}

/** In order of last use. */
const cache = new Map<string, CompiledPattern>()
const mostCached = 300

const defaultWork = 20_000_000
const mostInstructions = 5_000

function compile(source: string, options: PatternOptions): CompiledPattern {
  if (source.length > limits.patternSource) return { ok: false, message: `longer than ${limits.patternSource} characters` }
  try {
    const { text, gapped } = translatePattern(source, options.asciiDigits ?? false)
    const flags = (options.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (gapped ? RE2JS.LOOKBEHINDS : 0)
    const engine = RE2JS.compile(text, flags)
    if (engine.programSize() > mostInstructions) return { ok: false, message: 'too large: shorten its repetitions' }
    const work = options.work ?? defaultWork
    return { ok: true, pattern: gapped ? gappedPattern(engine, work) : plainPattern(engine, work) }
  } catch (error) {
    if (error instanceof PatternSyntaxError || error instanceof RE2JSException) return { ok: false, message: said(error.message) }
    throw error
  }
}

function said(message: string): string {
  return message.replace('error parsing regexp: ', '').replaceAll(new RegExp(`[${gapMarks}]`, 'gu'), '')
}

function plainPattern(engine: RE2JS, work: number): Pattern {
  const size = engine.programSize()
  return {
    groupCount: engine.groupCount(),
    test: (text) => engine.test(affordable(text, size, work)),
    exec(text, from = 0) {
      const matcher = engine.matcher(affordable(text, size, work))
      return from <= text.length && matcher.find(from) ? matchOf(matcher, text, same) : undefined
    },
    all(text, afterEach) {
      const matcher = engine.matcher(affordable(text, size, work))
      const found: PatternMatch[] = []
      while (matcher.find()) {
        checkSize(found.length)
        found.push(matchOf(matcher, text, same))
        afterEach?.()
      }
      return found
    },
  }
}

/** For patterns with `\b` or `\B`; `gaps.ts` says how. */
function gappedPattern(engine: RE2JS, work: number): Pattern {
  const size = engine.programSize()
  const prepared = (text: string): GappedText => textWithGaps(affordable(text, size * 2, work))
  return {
    groupCount: engine.groupCount(),
    test: (text) => engine.test(prepared(text).text),
    exec(text, from = 0) {
      const gapped = prepared(text)
      const matcher = engine.matcher(gapped.text)
      return from <= text.length && matcher.find(gapped.inner(from)) ? matchOf(matcher, text, gapped.outer) : undefined
    },
    all(text, afterEach) {
      const gapped = prepared(text)
      const matcher = engine.matcher(gapped.text)
      const found: PatternMatch[] = []
      while (matcher.find()) {
        checkSize(found.length)
        found.push(matchOf(matcher, text, gapped.outer))
        afterEach?.()
      }
      return found
    },
  }
}

type Matcher = ReturnType<RE2JS['matcher']>

function matchOf(matcher: Matcher, text: string, outer: (index: number) => number): PatternMatch {
  const groups: (string | undefined)[] = []
  for (let group = 0; group <= matcher.groupCount(); group++) {
    const start = matcher.start(group)
    groups.push(start < 0 ? undefined : text.slice(outer(start), outer(matcher.end(group))))
  }
  return { index: outer(matcher.start()), end: outer(matcher.end()), groups }
}

const same = (index: number): number => index

function affordable(text: string, instructions: number, work: number): string {
  if (text.length * instructions > work) throw new LimitError('limit-pattern')
  return text
}
