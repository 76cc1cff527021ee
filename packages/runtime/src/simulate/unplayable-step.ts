/** A step that cannot be played, for example because time would go backwards. `path` is where in the step, e.g. `.at`. */
export class UnplayableStep extends Error {
  override readonly name = 'UnplayableStep'
  readonly path: string

  constructor(message: string, path = '') {
    super(message)
    this.path = path
  }
}
