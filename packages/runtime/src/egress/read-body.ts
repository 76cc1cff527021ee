import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** An answer that is larger than we read. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** Reads an answer, unpacked, and gives up at the first byte beyond the limit: packed bombs are not unpacked to their end. */
export async function readBytes(stream: Readable, encoding: string, mostBytes: number): Promise<Buffer> {
  const unpacked = unpack(stream, encoding.trim().toLowerCase())
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of unpacked) {
      const part = Buffer.from(chunk)
      bytes += part.length
      if (bytes > mostBytes) throw new TooLarge(`The answer is larger than ${mostBytes} bytes.`)
      chunks.push(part)
    }
  } finally {
    // Cutting them off is an error to them, which nobody waits for any more.
    for (const each of [stream, unpacked]) each.on('error', () => undefined).destroy()
  }
  return Buffer.concat(chunks)
}

const unpackers = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

function unpack(stream: Readable, encoding: string): Readable {
  const make = unpackers.get(encoding)
  if (!make) return stream
  const unpacker = make()
  stream.on('error', (error) => unpacker.destroy(error))
  return stream.pipe(unpacker)
}

/** As the answer says that it is written. */
export function decoded(bytes: Buffer, contentType: string): string {
  const charset = /charset=["']?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
