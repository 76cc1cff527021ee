/** The database cannot be reached or does not answer in time: it passes, and whoever asked may ask again (reliability-promises, P4.3). */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused'
}
