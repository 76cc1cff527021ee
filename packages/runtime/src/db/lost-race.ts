/**
 * Somebody else changed in the meantime what this transaction had read. The database runs the transaction anew, from its beginning; `what` names
 * the thing, so that the next attempt can claim it before it reads (`Db.lost`, `Db.claim`) and cannot lose again.
 */
export class LostRace extends Error {
  override readonly name = 'LostRace'
  readonly what: string
  constructor(what: string, options?: ErrorOptions) {
    super(`Something else changed ${what} meanwhile.`, options)
    this.what = what
  }
}
