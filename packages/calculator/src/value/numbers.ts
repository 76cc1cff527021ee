/** Longest whole number that a double always holds exactly; longer ones are kept digit by digit (section 2). */
const exactDigits = 15

/** Beyond this many digits a text is not treated as a number any more: no sum could be made of it, and reading it would take long. */
const mostDigits = 1_000

/**
 * The number that a text means, or undefined when it is not numeric text: `-?[0-9]+(\.[0-9]+)?` with white space allowed at its ends
 * (section 2). Whole numbers of more than 15 digits come as bigint.
 */
export function readNumber(text: string): number | bigint | undefined {
  let from = 0
  let to = text.length
  while (from < to && isWhite(text.charCodeAt(from))) from++
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--
  if (to - from > mostDigits) return undefined
  return readBareNumber(text, from, to)
}

export function isNumericText(text: string): boolean {
  return readNumber(text) !== undefined
}

/** Shortest decimal text, never with an exponent; a whole number has no fractional part. */
export function numberText(n: number): string {
  const text = String(n)
  return text.includes('e') ? plainDecimal(text) : text
}

export function isWhite(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  )
}

function readBareNumber(text: string, from: number, to: number): number | bigint | undefined {
  const negative = text.charCodeAt(from) === 45
  const start = negative ? from + 1 : from
  let at = start
  let sum = 0
  for (; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) break
    sum = sum * 10 + digit
  }
  if (at === start) return undefined
  if (at === to) return at - start <= exactDigits ? (negative ? 0 - sum : sum) : long(text.slice(from, to))
  return text.charCodeAt(at) === 46 && onlyDigits(text, at + 1, to) ? finite(Number(text.slice(from, to))) : undefined
}

function onlyDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return to > from
}

/** Leading zeros may make a short number look long. */
function long(text: string): number | bigint {
  const exact = BigInt(text)
  return exact > -1_000_000_000_000_000n && exact < 1_000_000_000_000_000n ? Number(exact) : exact
}

function finite(n: number): number | undefined {
  return Number.isFinite(n) ? n : undefined
}

/** `1.5e+21` and `1e-7` written out. */
function plainDecimal(text: string): string {
  const [mantissa = '', power = '0'] = text.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.')
  const shift = Number(power)
  return shift < 0 ? `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}` : `${sign}${whole}${fraction.padEnd(shift, '0')}`
}
