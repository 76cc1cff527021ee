import { isIPv6 } from 'node:net'

/**
 * The bytes of an IP address, 4 or 16, however it is spelt: IPv4 also as one to four numbers, decimal, octal or hexadecimal, as C libraries read them;
 * IPv6 with or without brackets and zone. Undefined: it is none.
 */
export function parseAddress(text: string): Uint8Array | undefined {
  const bare = text.trim().replace(/^\[(.*)\]$/s, '$1')
  return parseIPv4(bare.replace(/\.$/, '')) ?? parseIPv6(bare.replace(/%.*$/s, ''))
}

function parseIPv4(text: string): Uint8Array | undefined {
  const parts = text.split('.')
  const numbers = parts.map(parseNumber)
  const last = numbers.pop()
  if (parts.length > 4 || last === undefined || last >= 256 ** (4 - numbers.length)) return undefined
  const bytes = new Uint8Array(4)
  for (const [at, number] of numbers.entries()) {
    if (number === undefined || number > 255) return undefined
    bytes[at] = number
  }
  for (let at = 3, rest = last; at >= numbers.length; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}

function parseNumber(text: string): number | undefined {
  if (/^0x[0-9a-f]*$/i.test(text)) return Number.parseInt(text.slice(2) || '0', 16)
  if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8)
  return /^[0-9]+$/.test(text) ? Number(text) : undefined
}

function parseIPv6(text: string): Uint8Array | undefined {
  if (!isIPv6(text)) return undefined
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const tail = dotted ? parseIPv4(dotted[2] ?? '') : undefined
  const hex = tail
    ? `${dotted?.[1] ?? ''}${(((tail[0] ?? 0) << 8) | (tail[1] ?? 0)).toString(16)}:${(((tail[2] ?? 0) << 8) | (tail[3] ?? 0)).toString(16)}`
    : text
  const [head = '', rest] = hex.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const before = groups(head)
  const after = groups(rest ?? '')
  const filled = rest === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  const bytes = new Uint8Array(16)
  for (const [at, group] of filled.entries()) {
    const value = Number.parseInt(group, 16)
    bytes[at * 2] = value >> 8
    bytes[at * 2 + 1] = value & 255
  }
  return bytes
}
