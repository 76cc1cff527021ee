/** Length in characters, that is Unicode code points: an emoji outside the basic plane counts as 1 (section 2). */
export function length(text: string): number {
  let count = text.length
  for (let at = text.length - 1; at > 0; at--) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) {
      count--
      at--
    }
  }
  return count
}

/** -1, 0 or 1 by code points; JavaScript's own `<` goes by UTF-16 units and misplaces everything beyond U+FFFF. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++
  if (at === shorter) return a.length < b.length ? -1 : 1
  return rank(a.charCodeAt(at)) < rank(b.charCodeAt(at)) ? -1 : 1
}

/** Lone surrogates become U+FFFD: broken Unicode never reaches storage (reliability-promises, P6.8). */
export function wellFormed(text: string): string {
  return surrogate.test(text) ? text.replace(loneSurrogates, '\ufffd') : text
}

const surrogate = /[\ud800-\udfff]/
const loneSurrogates = /\p{Surrogate}/gu

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
