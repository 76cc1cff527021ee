/** So much of the beginning decides what the rest is. */
const headBytes = 1_000_000

/**
 * The text of a file whose encoding nobody told: UTF-8 or UTF-16 by its mark or its form, else windows-1251, in which spreadsheets of Russian Windows
 * write. Text comes as it is read; nothing but the beginning is held back.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let head: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head.push(chunk)
    size += chunk.length
    if (size < headBytes) continue
    const beginning = Buffer.concat(head)
    head = []
    decoder = new TextDecoder(encodingOf(beginning))
    yield decoder.decode(beginning, { stream: true })
  }
  if (decoder) return yield decoder.decode()
  const all = Buffer.concat(head)
  yield new TextDecoder(encodingOf(all)).decode(all)
}

export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = zeroBytes(head.subarray(0, 2000))
  if (zeros.odd > zeros.even * 3 + 2) return 'utf-16le'
  if (zeros.even > zeros.odd * 3 + 2) return 'utf-16be'
  return isUtf8(head) ? 'utf-8' : 'windows-1251'
}

/** In UTF-16, every other byte of Latin letters, digits and delimiters is zero. */
function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  const found = { even: 0, odd: 0 }
  for (const [at, byte] of bytes.entries()) if (byte === 0) found[at % 2 ? 'odd' : 'even']++
  return found
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
