/** The server cannot start, for a reason that its owner can do something about. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
