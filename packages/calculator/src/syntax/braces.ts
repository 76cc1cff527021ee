/**
 * For each `#{` of a text the place of its closing brace. Braces are balanced by counting them alone, whatever stands in quotes between them
 * (section 3.1), so one pass finds all pairs, and it does not matter from where one looks.
 */
export type BracePairs = ReadonlyMap<number, number>

export function pairBraces(source: string): BracePairs {
  if (!source.includes('#{')) return noPairs
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = source.indexOf('{'); at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 123) open.push(at)
    else if (code === 125) {
      const opened = open.pop()
      if (opened !== undefined && source.charCodeAt(opened - 1) === 35) pairs.set(opened - 1, at)
    }
  }
  return pairs
}

const noPairs: BracePairs = new Map()
