import { gap, gapMarks, marksWhere } from './gaps.ts'
import { classBody, escapedLiteral, setOf } from './pattern-sets.ts'

export class PatternSyntaxError extends Error {}

export interface Translated {
  readonly text: string
  /** Whether it has to be matched against a text with marks in its gaps (`gaps.ts`). */
  readonly gapped: boolean
}

/**
 * Writes a pattern of Perl/Python syntax as one of RE2 syntax. What both share goes through unchanged, and what neither knows is left for the
 * engine to refuse.
 */
export function translatePattern(source: string, asciiDigits: boolean): Translated {
  const plain = new Translation(source, asciiDigits, false)
  const text = plain.run()
  if (!plain.needsGaps) return { text, gapped: false }
  const inGaps = new Translation(source, asciiDigits, true).run()
  // A match may only begin right behind a mark, never before one.
  return { text: `(?<=[${gapMarks}])(?:${inGaps})`, gapped: true }
}

interface Flags {
  readonly multiline: boolean
  readonly dotAll: boolean
}

class Translation {
  needsGaps = false
  private readonly source: string
  private readonly asciiDigits: boolean
  private readonly gapped: boolean
  private at = 0
  private out = ''
  private flags: Flags = { multiline: false, dotAll: false }
  private readonly outer: Flags[] = []

  constructor(source: string, asciiDigits: boolean, gapped: boolean) {
    this.source = source
    this.asciiDigits = asciiDigits
    this.gapped = gapped
  }

  run(): string {
    while (this.at < this.source.length) this.step()
    return this.out
  }

  private step(): void {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0)
    if (character === '\\') this.escape()
    else if (character === '[') this.characterClass()
    else if (character === '(') this.open()
    else if (character === ')') this.close()
    else if (character === '{') this.brace()
    else {
      this.at += character.length
      if (character === '.') this.one(this.flags.dotAll ? '(?s:.)' : '[^\\n]', '.')
      else if (character === '^') this.edge(this.flags.multiline ? gap.lineStart : gap.textStart, '^')
      else if (character === '$') this.edge(this.flags.multiline ? gap.lineEnd : gap.textEnd, '$')
      else if ('|*+?'.includes(character)) this.out += character
      else this.one(escapedLiteral(character))
    }
  }

  /** Something that takes exactly one character, and with it the mark behind that character. */
  private one(gappedForm: string, plainForm = gappedForm): void {
    this.out += this.gapped ? `(?:${gappedForm}[${gapMarks}])` : plainForm
  }

  /** Something that takes no character but looks at the gap. */
  private edge(fact: number, plainForm: string, set = true): void {
    this.out += this.gapped ? `(?<=[${marksWhere(fact, set)}])` : plainForm
  }

  private escape(): void {
    const rest = this.source.slice(this.at, this.at + 64)
    const name = rest[1] ?? ''
    if (name === 'b' || name === 'B') this.needsGaps = true
    const edge = edges.get(name)
    if (edge) {
      this.at += 2
      return this.edge(edge.fact, edge.plain, edge.set)
    }
    if (name === 'Q') return this.quoted()
    const set = setOf(rest, this.asciiDigits)
    if (set) {
      this.at += set.length
      return this.one(`[${set.negated ? '^' : ''}${set.body}]`)
    }
    const literal = escapedCharacter(rest)
    this.at += literal.length
    this.one(escapedLiteral(literal.character))
  }

  /** `\Q...\E`: everything between stands for itself. */
  private quoted(): void {
    const close = this.source.indexOf('\\E', this.at + 2)
    const text = this.source.slice(this.at + 2, close < 0 ? undefined : close)
    for (const character of text) this.one(escapedLiteral(character))
    this.at = close < 0 ? this.source.length : close + 2
  }

  private characterClass(): void {
    const { body, length } = classBody(this.source, this.at, this.asciiDigits, (rest) => escapedCharacter(rest))
    this.at += length
    this.one(body)
  }

  private open(): void {
    this.outer.push(this.flags)
    const [head = '('] = groupHead.exec(this.source.slice(this.at, this.at + 600)) ?? []
    this.at += head.length
    if (head === '(?#') return this.comment()
    if (/^\(\?<?[=!]/.test(head)) throw new PatternSyntaxError('look-ahead and look-behind are not supported')
    const { set = '', unset = '', end } = flagGroup.exec(head)?.groups ?? {}
    if (end) this.setFlags(set.replaceAll(/[ua]/g, ''), unset, end)
    else this.out += head
  }

  private setFlags(set: string, unset: string, end: string): void {
    this.flags = {
      multiline: (this.flags.multiline || set.includes('m')) && !unset.includes('m'),
      dotAll: (this.flags.dotAll || set.includes('s')) && !unset.includes('s'),
    }
    const flags = `${set}${unset ? `-${unset}` : ''}`
    if (end === ')') {
      this.outer.pop()
      this.out += flags ? `(?${flags})` : ''
    } else this.out += `(?${flags}:`
  }

  private comment(): void {
    this.outer.pop()
    const close = this.source.indexOf(')', this.at)
    if (close < 0) throw new PatternSyntaxError('missing closing )')
    this.at = close + 1
  }

  private close(): void {
    this.flags = this.outer.pop() ?? this.flags
    this.at++
    this.out += ')'
  }

  /** `{2,3}` repeats, `{,3}` is Python's way of writing `{0,3}`, any other brace stands for itself. */
  private brace(): void {
    repeat.lastIndex = this.at
    const [whole, least = '', most] = repeat.exec(this.source) ?? []
    if (whole === undefined || (least === '' && !most)) {
      this.at++
      return this.one('\\{')
    }
    this.at += whole.length
    this.out += least === '' ? `{0,${most}}` : whole
  }
}

const repeat = /\{([0-9]*)(?:,([0-9]*))?\}/y
const groupHead = /^\((?:\?(?:#|P?<[A-Za-z_][A-Za-z0-9_]*>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]|<?[=!]|[^]))?/
const flagGroup = /^\(\?(?<set>[imsUua]*)(?:-(?<unset>[imsU]+))?(?<end>[:)])$/

const edges: ReadonlyMap<string, { readonly fact: number; readonly plain: string; readonly set: boolean }> = new Map([
  ['b', { fact: gap.wordEdge, plain: '\\b', set: true }],
  ['B', { fact: gap.wordEdge, plain: '\\B', set: false }],
  ['A', { fact: gap.textStart, plain: '\\A', set: true }],
  ['Z', { fact: gap.textEnd, plain: '\\z', set: true }],
  ['z', { fact: gap.textEnd, plain: '\\z', set: true }],
])

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\x07'],
  ['e', '\x1b'],
  ['0', '\0'],
])

const byCode = /^\\(?:x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/

/** The character that a backslash and what follows mean, and how long that is written. */
function escapedCharacter(rest: string): { readonly character: string; readonly length: number } {
  const [whole, ...codes] = byCode.exec(rest) ?? []
  const code = codes.find((digits) => digits !== undefined)
  if (whole !== undefined && code !== undefined) return { character: characterOf(code), length: whole.length }
  const name = rest.length > 1 ? String.fromCodePoint(rest.codePointAt(1) ?? 0) : ''
  const control = controls.get(name)
  if (control !== undefined) return { character: control, length: 2 }
  if (name === '') throw new PatternSyntaxError('trailing backslash at end of expression')
  if (/[1-9]/.test(name)) throw new PatternSyntaxError('back-references are not supported')
  if (/[A-Za-z]/.test(name)) throw new PatternSyntaxError(`invalid escape sequence: \\${name}`)
  return { character: name, length: 1 + name.length }
}

function characterOf(hex: string): string {
  const code = parseInt(hex, 16)
  if (code > 0x10ffff) throw new PatternSyntaxError(`no such character: ${hex}`)
  return String.fromCodePoint(code)
}
