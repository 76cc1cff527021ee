/** A named set of characters (`\w`, `\D`, `\p{Lu}`) as part of a class of the engine. */
export interface CharacterSet {
  readonly body: string
  readonly negated: boolean
  /** How long it is written in the source. */
  readonly length: number
}

/** The set that a text beginning with a backslash names, if it names one. */
export function setOf(rest: string, asciiDigits: boolean): CharacterSet | undefined {
  const [property] = /^\\[pP](?:\{\^?[A-Za-z_]+\}|[A-Z])/.exec(rest) ?? []
  if (property) return { body: property, negated: false, length: property.length }
  const name = rest[1] ?? ''
  const body = name.toLowerCase() === 'd' && asciiDigits ? '0-9' : named.get(name.toLowerCase())
  return body === undefined ? undefined : { body, negated: name !== name.toLowerCase(), length: 2 }
}

/** One character that stands for itself, inside a class or outside. */
export function escapedLiteral(character: string): string {
  if (character > '\x7f' || /[A-Za-z0-9]/.test(character)) return character
  return `\\x{${character.charCodeAt(0).toString(16)}}`
}

type ReadEscape = (rest: string) => { readonly character: string; readonly length: number }

/**
 * A bracketed class for the engine. It knows no negated set inside a class, so `\W`, `\D`, `\S` are spelled out there; and a `-` beside a
 * set is a hyphen, as it is in Python.
 */
export function classBody(source: string, from: number, asciiDigits: boolean, readEscape: ReadEscape): { body: string; length: number } {
  const negated = source[from + 1] === '^'
  let at = from + (negated ? 2 : 1)
  let body = negated ? '[^' : '['
  let afterSet = true
  for (let first = true; at < source.length; first = false) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
    if (character === ']' && !first) return { body: `${body}]`, length: at + 1 - from }
    const rest = source.slice(at, at + 64)
    const [posix] = /^\[:\^?[a-z]+:\]/.exec(rest) ?? []
    const set = character === '\\' ? setOf(rest, asciiDigits) : undefined
    if (posix ?? set) {
      body += posix ?? (set?.negated ? (opposite(rest[1] ?? '', asciiDigits) ?? '') : set?.body)
      at += posix?.length ?? set?.length ?? 0
      afterSet = true
    } else if (character === '-') {
      const hyphen = afterSet || source[at + 1] === ']' || setOf(source.slice(at + 1, at + 65), asciiDigits) !== undefined
      body += hyphen ? '\\x{2d}' : '-'
      at++
      // After the end of a range (`a-f`) another hyphen would be one; the engine refuses what makes no sense.
      afterSet = false
    } else {
      const literal = character !== '\\' ? { character, length: character.length } : rest[1] === 'b' ? backspace : readEscape(rest)
      body += escapedLiteral(literal.character)
      at += literal.length
      afterSet = false
    }
  }
  // Left open: the engine says so in its own words.
  return { body, length: at - from }
}

const backspace = { character: '\b', length: 2 }

const named: ReadonlyMap<string, string> = new Map([
  ['w', '\\p{L}\\p{M}\\p{N}_'],
  ['d', '\\p{Nd}'],
  ['s', '\\x{9}-\\x{d}\\x{1c}-\\x{20}\\x{85}\\p{Z}\\x{feff}'],
])

/** Connector punctuation without `_` itself. */
const otherConnectors = '\\x{203f}\\x{2040}\\x{2054}\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}'

const opposites: ReadonlyMap<string, string> = new Map([
  ['W', `\\p{S}\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}\\p{Cn}${otherConnectors}`],
  ['D', '\\P{Nd}'],
  ['S', '\\x{0}-\\x{8}\\x{e}-\\x{1b}\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\x{7f}-\\x{84}\\x{86}-\\x{9f}\\p{Cf}\\p{Co}\\p{Cn}'],
])

function opposite(name: string, asciiDigits: boolean): string | undefined {
  return name === 'D' && asciiDigits ? '\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}' : opposites.get(name)
}
