/** What the storage is able to do just now, as health and the builder tell it (reliability-promises, P4.3 to P4.5). */
export type StorageState = 'ok' | 'full' | 'locked' | 'failing' | 'damaged'

/** What went wrong, by SQLite's own code; undefined: a fault of the query, not of the storage. */
export function storageFault(error: unknown): Exclude<StorageState, 'ok'> | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged'
  if (code.startsWith('SQLITE_FULL')) return 'full'
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked'
  return code.startsWith('SQLITE_IOERR') ? 'failing' : undefined
}
