/** What follows from the kind of a block or arrow. Callers ask here instead of comparing types. */
import { isName } from '@voronka/calculator'
import type { ApiRequest, Arrow, Block, BlockType } from './flow.ts'

/** Blocks that fire by their own condition (builder-and-runtime, section 3). Other types keep the field but ignore it. */
export const isConditional = (type: BlockType): boolean => type === 'start' || type === 'nonstate_cond'

/** Blocks that become the client's position (section 3). */
export const isStateful = (type: BlockType): boolean => type === 'start' || type === 'state' || type === 'close_order'

/** Nothing to compare with: empty, or the literal `#{none}` (section 7.1). As a message it sends nothing. */
export const isNothing = (text: string): boolean => /^\s*(#\{none\})?\s*$/i.test(text)

/** A date or a time counts as a delay (8.3); with data collection the delay is ignored (section 6). Such an arrow is drawn dashed. */
export const hasDelay = ({ delay, time, date, collectsData }: Arrow): boolean =>
  !collectsData && (delay !== null || time.trim() !== '' || date.trim() !== '')

/**
 * The condition is something to wait for. Beside a lone variable, or as `True` or `False` beside an expression, it belongs to the comparison, and
 * nobody has to write it (7.7).
 */
export const waitsForText = ({ condition, compare }: Pick<Arrow, 'condition' | 'compare'>): boolean =>
  !isNothing(condition) && (isNothing(compare) || !(isLoneName(compare) || /^\s*(True|False)\s*$/.test(condition)))

/** `x`, `client.x`, `#{x}`. */
function isLoneName(expression: string): boolean {
  const [, inner, plain = inner] = /^\s*(?:#\{([^{}]*)\}|(.*?))\s*$/su.exec(expression) ?? []
  return isName((plain ?? '').trim().replace(/^(client|клиент|project|проект)\./, ''))
}

/** The arrow goes on by itself as soon as its block was executed: a delay of exactly 0 and nothing else to wait for. */
export const isImmediate = (arrow: Arrow): boolean =>
  hasDelay(arrow) && !arrow.time.trim() && !arrow.date.trim() && Number(arrow.delay?.value || '0') === 0 && !waitsForText(arrow)

/** The arrow reacts to what the client does (8.3): without a delay always, with one only if it has a condition to wait for. */
export const listens = (arrow: Arrow): boolean => !hasDelay(arrow) || waitsForText(arrow)

/** An element without condition and comparison fires on anything, and ranks below those that have one (8.2). */
export const hasNothingSet = ({ condition, compare }: Pick<Block | Arrow, 'condition' | 'compare'>): boolean =>
  isNothing(condition) && isNothing(compare)

/** The order in which the arrows of one block are examined (8.2): those with something set, then by priority, then the older. */
export const inFiringOrder = (a: Arrow, b: Arrow): number =>
  Number(hasNothingSet(a)) - Number(hasNothingSet(b)) || b.priority - a.priority || a.id - b.id

/** True if the text holds a `#{...}`, so that nothing certain can be said of it before it runs. */
export const isDynamic = (text: string): boolean => text.includes('#{')

/** Requests of this type have a body written as it is sent; a form is made of its fields, and GET sends none (http-api, section 10). */
export const hasBody = (type: ApiRequest['type']): boolean => type !== 'get' && type !== 'post_form'

/** An address that may be asked: http or https. One that begins with a `#{...}` is known only when it runs. */
export const isWebAddress = (url: string): boolean => /^\s*(#\{|https?:\/\/[^\s/?#])/i.test(url)
