/**
 * A journal as text. Ports answer with plain data, which is more than JSON knows: Maps (dicts keep their order and any key), whole numbers beyond 15
 * digits, and nothing at all.
 */
export function journalToJson(value: unknown): string {
  return JSON.stringify(pack(value))
}

export function journalFromJson(text: string): unknown {
  return unpack(JSON.parse(text))
}

type Packed = null | boolean | number | string | Packed[] | { [key: string]: Packed }

/** Plain objects are `{"o": {...}}`, so that no key of theirs can be taken for one of the marks. */
function pack(value: unknown): Packed {
  if (value === undefined) return { u: 0 }
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'bigint') return { n: String(value) }
  if (Array.isArray(value)) return value.map(pack)
  if (value instanceof Map) return { m: Array.from(value, ([key, each]) => [pack(key), pack(each)]) }
  if (value instanceof Set) return { s: Array.from(value, pack) }
  if (typeof value === 'object') return { o: Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)])) }
  throw new Error(`A journal cannot keep a ${typeof value}.`)
}

function unpack(packed: Packed): unknown {
  if (typeof packed !== 'object' || packed === null) return packed
  if (Array.isArray(packed)) return packed.map(unpack)
  const { m, s, n, o } = packed
  if (typeof n === 'string') return BigInt(n)
  if (Array.isArray(m))
    return new Map(m.map((entry) => (Array.isArray(entry) ? [unpack(entry[0] ?? null), unpack(entry[1] ?? null)] : [null, null])))
  if (Array.isArray(s)) return new Set(s.map(unpack))
  if (typeof o === 'object' && o !== null && !Array.isArray(o))
    return Object.fromEntries(Object.entries(o).map(([key, each]) => [key, unpack(each)]))
  return undefined
}
