/** What is written in a field: a whole script, one expression, or a text with `#{...}` in it. */
export type EditorMode = 'script' | 'expression' | 'template'

export interface OpenCall {
  readonly name: string
  /** Where its name begins. */
  readonly from: number
  /** Which argument is being written, from 0. */
  readonly argument: number
}

export interface Place {
  /** Names mean something here: not inside a quoted text, a comment or the plain text of a template. */
  readonly code: boolean
  /** The innermost call whose brackets are open here. */
  readonly call: OpenCall | undefined
}

type Frame =
  | { readonly kind: 'call'; readonly name: string; readonly from: number; argument: number }
  | { readonly kind: 'bracket' | 'substitution' | 'text' }
  | { readonly kind: 'quote'; readonly quote: string }

/**
 * Where the cursor is, told from what stands before it. Unlike the parser it makes sense of a text that is half written: completion and help are
 * wanted exactly then.
 */
export function placeAt(text: string, at: number, mode: EditorMode): Place {
  const frames: Frame[] = mode === 'template' ? [{ kind: 'text' }] : []
  let position = 0
  while (position < at) position = readSign(text, position, frames)
  const innermost = frames.at(-1)
  const code = innermost?.kind !== 'quote' && innermost?.kind !== 'text' && position === at
  const call = code ? frames.findLast((frame) => frame.kind !== 'bracket') : undefined
  return { code, call: call?.kind === 'call' ? { name: call.name, from: call.from, argument: call.argument } : undefined }
}

/** Reads one sign, or one comment, at `position`; gives where the next begins. */
function readSign(text: string, position: number, frames: Frame[]): number {
  const sign = text[position] ?? ''
  const top = frames.at(-1)
  if (sign === '#' && text[position + 1] === '{') {
    frames.push({ kind: 'substitution' })
    return position + 2
  }
  if (top?.kind === 'text') return position + 1
  if (top?.kind === 'quote') {
    if (sign === '\\') return position + 2
    if (sign === top.quote) frames.pop()
    return position + 1
  }
  if (sign === '"' || sign === "'") frames.push({ kind: 'quote', quote: sign })
  else if (sign === '/' && text[position + 1] === '*') return commentEnd(text, position)
  else if (sign === '\n' && beginsAssignment(text, position + 1)) frames.length = 0
  else readBracket(text, position, sign, frames)
  return position + 1
}

function readBracket(text: string, position: number, sign: string, frames: Frame[]): void {
  const top = frames.at(-1)
  if (sign === '(') frames.push(callBefore(text, position) ?? { kind: 'bracket' })
  else if (sign === '[' || sign === '{') frames.push({ kind: 'bracket' })
  else if (sign === ',' && top?.kind === 'call') top.argument++
  else if (')]}'.includes(sign) && top) frames.pop()
}

function callBefore(text: string, bracket: number): Frame | undefined {
  const [, name] = /([\p{L}_][\p{L}\p{Nd}\p{M}_]*)[ \t]*$/u.exec(text.slice(Math.max(0, bracket - 200), bracket)) ?? []
  if (name === undefined) return undefined
  return { kind: 'call', name, from: text.lastIndexOf(name, bracket), argument: 0 }
}

/** Outside the comment there is no way to be inside it: a cursor in it is then behind what was read. */
function commentEnd(text: string, from: number): number {
  const end = text.indexOf('*/', from + 2)
  return end === -1 ? text.length + 1 : end + 2
}

/** A new statement begins: whatever bracket was left open above it was a mistake, not a call that goes on. */
function beginsAssignment(text: string, from: number): boolean {
  assignment.lastIndex = from
  return assignment.test(text)
}

const assignment = /[ \t]*[\p{L}][\p{L}\p{Nd}\p{M}_.]*(?:\[[^\]\n]*\])*[ \t]*=(?!=)/uy
