import type { Language } from '@voronka/calculator'
import { delayLabel, hasDelay, isImmediate, isNothing, waitsForText, type Arrow } from '@voronka/flow'
import { compileMatcher } from '@voronka/flow/matcher'
import type { TFunction } from 'i18next'

export type Say = TFunction<'panel'>

const alternatives = 3

/**
 * What an arrow does, in one or two plain sentences: "When the client writes “Yes”, go to block 5 “Thanks” at once." The rules of section 8.3 of
 * builder-and-runtime as a person reads them.
 */
export function arrowSentence(arrow: Arrow, target: string, language: Language, say: Say): string {
  const bySelf = hasDelay(arrow) && !waitsForText(arrow) && isNothing(arrow.compare)
  const sentence = [trigger(arrow, language, say), consequence(arrow, target, language, say)].join(bySelf ? ' ' : ', ')
  return [`${capital(sentence)}.`, ...remarks(arrow, say)].join(' ')
}

function trigger(arrow: Arrow, language: Language, say: Say): string {
  const { bare, wanted } = compileMatcher(arrow)
  const compare = arrow.compare.trim()
  if (hasDelay(arrow) && !waitsForText(arrow)) {
    const when = isImmediate(arrow) ? say('sentence.atOnce') : say('sentence.after', { delay: delayLabel(arrow, language) })
    if (isNothing(compare)) return when
    return `${when}, ${bare ? comparedValue(arrow, say, 'if') : say(wanted === false ? 'sentence.ifNot' : 'sentence.ifThen', { compare })}`
  }
  const parts = [bare ? comparedValue(arrow, say, 'when') : wanted === undefined ? written(arrow, say) : say('sentence.anything')]
  if (!isNothing(arrow.ignore)) parts.push(say('sentence.butNot', { list: list(arrow.ignore, say) }))
  if (!isNothing(compare) && !bare) parts.push(say(wanted === false ? 'sentence.andNot' : 'sentence.and', { compare }))
  return parts.join(', ')
}

function written({ condition, matchType }: Arrow, say: Say): string {
  if (isNothing(condition)) return say('sentence.anything')
  return say(`sentence.match.${matchType}`, { list: matchType === 'regex' ? condition.trim() : list(condition, say) })
}

/** A lone variable name: the condition is held against its value instead of the message (7.7). */
function comparedValue({ condition, compare, matchType }: Arrow, say: Say, at: 'if' | 'when'): string {
  const name = compare.trim().replace(/^#\{(.*)\}$/, '$1')
  if (isNothing(condition)) return say(at === 'if' ? 'sentence.ifVariableSet' : 'sentence.variableSet', { name })
  const values = matchType === 'regex' ? condition.trim() : list(condition, say)
  return say(at === 'if' ? 'sentence.ifVariableIs' : 'sentence.variableIs', { name, list: values })
}

function consequence(arrow: Arrow, target: string, language: Language, say: Say): string {
  const go = say(arrow.from === arrow.to ? 'sentence.again' : 'sentence.go', { target })
  const wait = hasDelay(arrow) && waitsForText(arrow) ? `${delayLabel(arrow, language)} ${go}` : go
  if (!arrow.collectsData) return wait
  return `${say('sentence.store', { name: arrow.variable.trim() || '…' })} ${wait}`
}

function remarks(arrow: Arrow, say: Say): string[] {
  const timed = hasDelay(arrow)
  return [
    arrow.once && say('sentence.once'),
    timed && arrow.cancelIfLeft && say('sentence.cancelIfLeft'),
    timed && arrow.doNotCancel && say('sentence.doNotCancel'),
    !arrow.cancelTimers && say('sentence.keepsTimers'),
    arrow.showAsButton && say('sentence.button'),
  ].filter((remark) => remark !== false)
}

function list(text: string, say: Say): string {
  const all = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
  const shown = all.slice(0, alternatives).map((part) => say('sentence.quoted', { text: part }))
  const more = all.length > alternatives ? ` ${say('sentence.more', { count: all.length - alternatives })}` : ''
  return `${shown.join(` ${say('sentence.or')} `)}${more}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
