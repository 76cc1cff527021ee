/**
 * The linear engine knows `\b` for ASCII alone and has no look-ahead. So for a pattern that needs `\b`, the text is written with one mark in
 * every gap between two characters, before the first and after the last. The mark says what is true of that gap - a word begins or ends,
 * a line begins... - and an assertion of the pattern becomes a look at the mark just behind, which the engine can do in linear time.
 * There are exactly 32 non-characters in a row, one for each combination of five facts; no sound text contains them.
 */
export const gap = { wordEdge: 1, lineStart: 2, lineEnd: 4, textStart: 8, textEnd: 16 } as const

/** All 32 marks, as an inner part of a character class. */
export const gapMarks = '\ufdd0-\ufdef'

/** The marks that have this fact set (or, for `\B`, unset), as characters. */
export function marksWhere(fact: number, set = true): string {
  return allMarks.filter((_, facts) => ((facts & fact) !== 0) === set).join('')
}

export interface GappedText {
  readonly text: string
  /** From an index into the plain text to one into `text`, and back. */
  inner(index: number): number
  outer(index: number): number
}

export function textWithGaps(plain: string): GappedText {
  const inside: number[] = []
  const outside: number[] = []
  let text = ''
  let wordBefore = false
  let before = ''
  let at = 0
  const putGap = (after: string): void => {
    const wordAfter = after !== '' && wordCharacter.test(after)
    text += allMarks[factsOf(before, after, wordBefore !== wordAfter)]
    outside.push(at)
    wordBefore = wordAfter
  }
  for (const character of plain) {
    putGap(character)
    for (let unit = 0; unit < character.length; unit++) {
      inside.push(text.length)
      outside.push(at)
      at++
    }
    text += mark.test(character) ? '\ufffd' : character
    before = character
  }
  putGap('')
  inside.push(text.length)
  outside.push(at)
  return { text, inner: (index) => inside[index] ?? text.length, outer: (index) => outside[index] ?? plain.length }
}

const allMarks = Array.from({ length: 32 }, (_, facts) => String.fromCharCode(0xfdd0 + facts))
const mark = /[\ufdd0-\ufdef]/
const wordCharacter = /[\p{L}\p{M}\p{N}_]/u

function factsOf(before: string, after: string, wordEdge: boolean): number {
  const textStart = before === ''
  const textEnd = after === ''
  return (
    (wordEdge ? gap.wordEdge : 0) |
    (textStart || before === '\n' ? gap.lineStart : 0) |
    (textEnd || after === '\n' ? gap.lineEnd : 0) |
    (textStart ? gap.textStart : 0) |
    (textEnd ? gap.textEnd : 0)
  )
}
