/** One field that was changed: `path` in words of the data, and both values as text; undefined where there was or is none. */
export interface Change {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What differs between the old and the new value of an entry, field by field. What stayed is left out. */
export function auditChanges(before: unknown, after: unknown, path = ''): Change[] {
  if (isRecord(before) || isRecord(after)) {
    const [old, now] = [asRecord(before), asRecord(after)]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) =>
      auditChanges(old[name], now[name], path ? `${path}.${name}` : name),
    )
  }
  const [old, now] = [textOf(before), textOf(after)]
  return old === now ? [] : [{ path, before: old, after: now }]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length ? value.map((item) => textOf(item) ?? '—').join(', ') : undefined
  return JSON.stringify(value)
}
