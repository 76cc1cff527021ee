const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3)
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    text += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63)
    text += second === undefined ? '=' : alphabet.charAt((bits >> 6) & 63)
    text += third === undefined ? '=' : alphabet.charAt(bits & 63)
  }
  return text
}

/** The bytes, or undefined when the text is not base64 with its padding. Line breaks and spaces between are allowed. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const code = text.replaceAll(/[ \t\r\n]+/g, '')
  const padding = code.endsWith('==') ? 2 : code.endsWith('=') ? 1 : 0
  if (code.length % 4 !== 0) return undefined
  const digits = code.length - padding
  const bytes = new Uint8Array((code.length / 4) * 3 - padding)
  let bits = 0
  let held = 0
  let out = 0
  for (let at = 0; at < digits; at++) {
    const value = valueOf(code.charCodeAt(at))
    if (value === undefined) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[out++] = (bits >> held) & 0xff
    }
  }
  return bytes
}

const values = new Map(Array.from(alphabet, (character, value) => [character.charCodeAt(0), value]))

function valueOf(code: number): number | undefined {
  return values.get(code)
}
