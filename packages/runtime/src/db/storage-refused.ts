import { LostRace } from './lost-race.ts'
import { storageFault } from './storage-state.ts'

/** The database cannot be reached or does not answer in time: it passes, and whoever asked may ask again (reliability-promises, P4.3). */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused'
}

/** Not the fault of the work that met it: the same again may well succeed, so it is no failed attempt. A full disk and a lock pass as well. */
export function isPassing(error: unknown): boolean {
  const fault = storageFault(error)
  return error instanceof StorageRefused || error instanceof LostRace || (fault !== undefined && fault !== 'damaged')
}
