/** A call that failed: what the server said, or `offline` when it could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly code: string
  readonly details: unknown

  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }

  /** Worth another try without a person doing anything: no answer, or a server that is starting, busy or broken. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}
