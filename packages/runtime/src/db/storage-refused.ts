import { LostRace } from './lost-race.ts'

/** The database cannot be reached or does not answer in time: it passes, and whoever asked may ask again (reliability-promises, P4.3). */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused'
}

/** Not the fault of the work that met it: the same again may well succeed, so it is no failed attempt. */
export const isPassing = (error: unknown): boolean => error instanceof StorageRefused || error instanceof LostRace
