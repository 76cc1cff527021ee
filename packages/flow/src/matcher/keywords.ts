import { looseWords } from './normal-forms.ts'

/** One alternative of keywords: every word must occur, and of every group at least one option with all its words. */
export interface Keywords {
  readonly words: readonly string[]
  readonly groups: readonly (readonly (readonly string[])[])[]
}

/**
 * Reads keywords (builder-and-runtime, section 7.3). A `|` outside parentheses splits the text like `;`, so the answer may be several;
 * those without any word are left out, for they never match.
 */
export function readKeywords(text: string): Keywords[] {
  const read: Keywords[] = []
  let words = ''
  let groups: string[][][] = []
  const finish = (): void => {
    const outside = split(words)
    if (outside.length > 0 || groups.length > 0) read.push({ words: outside, groups })
    words = ''
    groups = []
  }
  const groupEnds = findGroups(text)
  for (let at = 0; at < text.length; at++) {
    const end = groupEnds.get(at)
    if (end !== undefined) {
      const options = text
        .slice(at + 1, end)
        .split('|')
        .map(split)
        .filter((option) => option.length > 0)
      if (options.length > 0) groups.push(options)
      words += ' '
      at = end
    } else if (text[at] === '|') finish()
    else words += text[at]
  }
  finish()
  return read
}

/** Do the keywords occur in a message, given in its loose form? Inside longer words too. */
export function occur({ words, groups }: Keywords, message: string): boolean {
  return (
    words.every((word) => message.includes(word)) &&
    groups.every((options) => options.some((option) => option.every((word) => message.includes(word))))
  )
}

/**
 * Where each outermost pair of parentheses begins and ends. A bracket without a partner, and one inside another pair, is punctuation.
 */
function findGroups(text: string): Map<number, number> {
  const open: number[] = []
  const pairs: [number, number][] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at)
    if (text[at] !== ')') continue
    const start = open.pop()
    if (start === undefined) continue
    while ((pairs.at(-1)?.[0] ?? -1) > start) pairs.pop()
    pairs.push([start, at])
  }
  return new Map(pairs)
}

function split(text: string): string[] {
  return looseWords(text)
    .split(' ')
    .filter((word) => word !== '')
}
